import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { DayTab } from "@/features/day/tabs";
import { api, body } from "@/shared/api/client";

/** Lists are read anew when the stream says so; the minute is for what time alone moves, and for a lost line. */
const MINUTE = 60_000;

export function queueQuery(tab: DayTab) {
  return infiniteQueryOptions({
    queryKey: ["day", "queue", tab],
    queryFn: ({ pageParam }) => body(api.GET("/api/queue", { params: { query: { tab, limit: 60, ...(pageParam !== "" && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
    enabled: tab !== "triage",
  });
}

export const dayCountsQuery = queryOptions({
  queryKey: ["day", "counts"],
  queryFn: () => body(api.GET("/api/queue/counts")),
  refetchInterval: MINUTE,
});

/** What is urgent and open, for the alarm that goes on until somebody has it. */
export const urgentQuery = queryOptions({
  queryKey: ["day", "urgent"],
  queryFn: () => body(api.GET("/api/queue", { params: { query: { tab: "urgent", limit: 50 } } })),
  refetchInterval: MINUTE,
});

export function nearbyQuery(id: string) {
  return queryOptions({
    queryKey: ["day", "nearby", id],
    queryFn: () => body(api.GET("/api/cases/{case_id}/nearby", { params: { path: { case_id: id } } })),
  });
}
