import { lazy, Suspense } from "react";
import type { CityMapProps } from "@/features/map/CityMap";
import styles from "@/features/map/map.module.css";

// MapLibre is the heaviest part of the desk; it comes when a map is first looked at.
const CityMap = lazy(() => import("@/features/map/CityMap"));

export function LazyMap(props: CityMapProps) {
  return (
    <Suspense fallback={<div className={styles.map} />}>
      <CityMap {...props} />
    </Suspense>
  );
}
