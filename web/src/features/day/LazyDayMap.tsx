import { lazy, Suspense } from "react";
import styles from "@/features/day/day.module.css";
import type { DayMapProps } from "@/features/day/DayMap";

// The list comes first; the map, which is heavy, after it.
const DayMap = lazy(() => import("@/features/day/DayMap"));

export function LazyDayMap(props: DayMapProps) {
  return (
    <Suspense fallback={<div className={styles.mapGhost} />}>
      <DayMap {...props} />
    </Suspense>
  );
}
