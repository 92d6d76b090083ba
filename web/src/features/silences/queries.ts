import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";
import type { components } from "@/shared/api/schema";

export type Silence = components["schemas"]["SilenceOut"];
export type SilenceAsk = components["schemas"]["SilenceAsk"];
export const KINDS = ["silence", "maintenance", "drill"] as const;
export const STATES = ["active", "pending", "ended"] as const;

export interface SilenceSearch {
  kind?: (typeof KINDS)[number];
  state?: (typeof STATES)[number];
  words?: string;
}

const of = (id: string) => ({ path: { silence_id: id } });

export const silencesQuery = (search: SilenceSearch) => ({
  ...listQuery(["silences", "list", search], (cursor) => body(api.GET("/api/alarms/silences", { params: { query: { ...search, limit: 50, ...cursor } } }))),
  refetchInterval: 60_000,
});

export const silenceQuery = (id: string) =>
  queryOptions({ queryKey: ["silences", id], queryFn: () => body(api.GET("/api/alarms/silences/{silence_id}", { params: of(id) })), refetchInterval: 30_000 });

/** The alarms that stood while it held: what it holds back now, and what recovered meanwhile. */
export const underQuery = (id: string, standing: boolean) => ({
  ...listQuery(["alarms", "under", id, standing], (cursor) => body(api.GET("/api/alarms", { params: { query: { silence_id: id, ...(standing && { standing }), limit: 50, ...cursor } } }))),
  refetchInterval: 30_000,
});

/** Every jurisdiction, for names and for choosing. */
export const placesQuery = queryOptions({ queryKey: ["jurisdictions", "every"], queryFn: () => body(api.GET("/api/jurisdictions")), staleTime: 10 * 60_000 });

export const silenceChanges = {
  make: (asked: SilenceAsk) => body(api.POST("/api/alarms/silences", { body: asked })),
  change: (id: string, ends_at: string, reason: string) => body(api.PUT("/api/alarms/silences/{silence_id}", { params: of(id), body: { ends_at, reason } })),
  end: (id: string, reason: string) => body(api.POST("/api/alarms/silences/{silence_id}/end", { params: of(id), body: { reason } })),
};

export function useSilenceChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => Promise.all([["silences"], ["alarms"], ["events"], ["day"]].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
