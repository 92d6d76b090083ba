import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";
import type { components } from "@/shared/api/schema";

export type Context = components["schemas"]["ContextOut"];
export type ContextAsk = components["schemas"]["ContextAsk"];
/** Those that rules usually read; a rule may name any other. */
export const CODES = ["permit", "away", "rain_warning", "maintenance", "job_open", "fire_nearby", "drill", "test"] as const;

export interface ContextSearch {
  state?: "pending" | "active" | "ended";
  words?: string;
}

export const contextsQuery = (search: ContextSearch) => ({
  ...listQuery(["contexts", search], (cursor) => body(api.GET("/api/alarm-contexts", { params: { query: { ...search, limit: 50, ...cursor } } }))),
  refetchInterval: 60_000,
});

export const contextChanges = {
  set: (asked: ContextAsk) => body(api.POST("/api/alarm-contexts", { body: asked })),
  end: (id: string, reason: string) => done(api.POST("/api/alarm-contexts/{context_id}/end", { params: { path: { context_id: id } }, body: { reason } })),
};

export function useContextChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => Promise.all([["contexts"], ["alarms"]].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
