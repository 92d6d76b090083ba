import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Group, Period } from "@/features/evaluation/figures";
import { api, body } from "@/shared/api/client";
import { dayEnd, dayStart } from "@/shared/time/format";

export function figuresQuery(group: Group, period: Period) {
  return queryOptions({
    queryKey: ["figures", group, period],
    queryFn: () =>
      body(api.GET("/api/evaluation/figures", { params: { query: { group, from: dayStart(period.from), to: dayEnd(period.to) } } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function behindQuery(group: Group, period: Period, figure: string, id: string | null) {
  return queryOptions({
    queryKey: ["figures", "cases", group, period, figure, id],
    queryFn: () =>
      body(
        api.GET("/api/evaluation/cases", { params: { query: { figure, group, id, from: dayStart(period.from), to: dayEnd(period.to) } } }),
      ),
  });
}
