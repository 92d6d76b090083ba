import { lazy, Suspense } from "react";
import type { LiveMapProps } from "@/features/map/LiveMap";
import styles from "@/features/map/map.module.css";

// As the other map: MapLibre comes when a map is first looked at.
const LiveMap = lazy(() => import("@/features/map/LiveMap"));

export function LazyLiveMap(props: LiveMapProps) {
  return (
    <Suspense fallback={<div className={styles.map} data-night={props.night} />}>
      <LiveMap {...props} />
    </Suspense>
  );
}
