import { queryOptions, skipToken } from "@tanstack/react-query";
import type { Areas } from "@/features/map/geometry";
import type { Level } from "@/features/map/style";
import { api, body } from "@/shared/api/client";

const FINE: ReadonlySet<Level> = new Set(["neighbourhood", "grid"]);

/** Boundaries of one level; the fine levels only inside a street. They hardly ever change. */
export function boundariesQuery(level: Level, within: string | undefined) {
  return queryOptions({
    queryKey: ["boundaries", level, within],
    queryFn:
      FINE.has(level) && within === undefined
        ? skipToken
        : async () => {
            // The document leaves GeoJSON untyped; this is the one place that says what it holds.
            const content: unknown = await body(api.GET("/api/map/boundaries", { params: { query: { level, within } } }));
            return content as Areas;
          },
    staleTime: Infinity,
    retry: 1,
  });
}
