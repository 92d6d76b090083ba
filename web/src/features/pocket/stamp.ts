import type { Fix } from "@/shared/light/geo";
import { exact } from "@/shared/time/format";

/** What is burnt into a photo: time, place, and who took it. */
export function stamp(fix: Fix | null, place: string, name: string): string[] {
  const point = fix === null ? "" : `${fix.lon.toFixed(5)}, ${fix.lat.toFixed(5)} ±${Math.round(fix.accuracy)} m`;
  return [exact(new Date().toISOString()), [place, point].filter((part) => part !== "").join("  "), name].filter((line) => line !== "");
}
