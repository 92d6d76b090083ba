import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];
export type Day = Shapes["DayOut"];
export type Phrase = Shapes["PhraseOut"];

export const settingsQuery = queryOptions({ queryKey: ["settings"], queryFn: () => body(api.GET("/api/settings")), staleTime: 60_000 });

export const yearQuery = (year: number, organisation: string | undefined) =>
  queryOptions({
    queryKey: ["calendar", year, organisation ?? ""],
    queryFn: () => body(api.GET("/api/calendar", { params: { query: { year, ...(organisation !== undefined && { organisation }) } } })),
    staleTime: 60_000,
  });

export const hotlineRulesQuery = queryOptions({ queryKey: ["hotline", "rules"], queryFn: () => body(api.GET("/api/hotline/rules")), staleTime: 60_000 });

const forWhom = (organisation: string | undefined) => ({ organisation: organisation ?? null });

export const calendarChanges = {
  set: (organisation: string | undefined, date: string, working: boolean, reason: string) =>
    done(api.PUT("/api/calendar/overrides", { body: { ...forWhom(organisation), days: [{ date, working, reason }] } })),
  restore: (organisation: string | undefined, date: string) => done(api.POST("/api/calendar/overrides/restore", { body: { ...forWhom(organisation), dates: [date] } })),
};

export function useCalendarChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["calendar"] }),
  });
}
