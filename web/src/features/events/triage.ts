import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";

const of = (id: string) => ({ path: { event_id: id } });

export const REFUSALS = ["repeat", "not_ours", "incomplete", "false_alarm", "other"] as const;

export function eventQuery(id: string) {
  return queryOptions({ queryKey: ["events", id], queryFn: () => body(api.GET("/api/events/{event_id}", { params: of(id) })) });
}

/** Oldest first: what waits longest is judged first. */
export const waitingQuery = queryOptions({
  queryKey: ["events", "waiting"],
  queryFn: () => body(api.GET("/api/events/waiting", { params: { query: { limit: 200 } } })),
  refetchInterval: 60_000,
});

export interface Refusal {
  reason: string;
  text: string;
  next_door?: string;
}

export const admit = (id: string) => body(api.POST("/api/events/{event_id}/admit", { params: of(id) }));
export const refuse = (id: string, why: Refusal) => body(api.POST("/api/events/{event_id}/refuse", { params: of(id), body: why }));

export function useTriage() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (judge: () => Promise<unknown>) => judge(),
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ["events"] }), cache.invalidateQueries({ queryKey: ["cases"] }), cache.invalidateQueries({ queryKey: ["day"] })]),
  });
}

/** Who answers instead, for whoever is refused. */
export function nextDoorQuery(text: string, reason: string) {
  return queryOptions({
    queryKey: ["next-door", text, reason],
    queryFn: () => body(api.GET("/api/next-doors", { params: { query: { text: text.slice(0, 500), reason } } })),
    staleTime: 60_000,
  });
}
