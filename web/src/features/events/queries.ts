import { keepPreviousData, queryOptions, skipToken, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import type { ReportIn } from "@/shared/api/types";

const ENOUGH = 3;

/** Matters the words of a report point to; asked for once there are enough words. */
export function suggestQuery(text: string) {
  const words = text.trim();
  return queryOptions({
    queryKey: ["suggest", words],
    queryFn: words.length < ENOUGH ? skipToken : () => body(api.POST("/api/matters/suggest", { body: { text: words } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function allMattersQuery() {
  return queryOptions({
    queryKey: ["matters"],
    queryFn: () => body(api.GET("/api/matters")),
    staleTime: 10 * 60_000,
  });
}

export function useReport() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (report: ReportIn) => body(api.POST("/api/reports", { body: report })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["cases"] }),
  });
}
