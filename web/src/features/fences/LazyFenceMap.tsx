import { lazy, Suspense } from "react";
import type { FenceMapProps } from "@/features/fences/FenceMap";
import styles from "@/features/map/map.module.css";

const FenceMap = lazy(() => import("@/features/fences/FenceMap"));

/** The map of fences, brought when it is first looked at. */
export function LazyFenceMap(props: FenceMapProps) {
  return (
    <Suspense fallback={<div className={styles.map} />}>
      <FenceMap {...props} />
    </Suspense>
  );
}
