import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import { statusOf } from "@/shared/api/problem";
import { listQuery } from "@/shared/api/lists";

export const SEVERITIES = ["red", "orange", "yellow", "blue"] as const;
export const VERDICTS = ["true", "false", "test", "fault"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface AlarmSearch {
  words?: string;
  severity?: (typeof SEVERITIES)[number];
  standing?: boolean;
  judged?: boolean;
}

const at = (id: string) => ({ path: { alarm_id: id } });

export const alarmsQuery = (search: AlarmSearch) =>
  listQuery(["alarms", "list", search], (cursor) => body(api.GET("/api/alarms", { params: { query: { ...search, limit: 50, ...cursor } } })));

export const alarmQuery = (id: string) => queryOptions({ queryKey: ["alarms", id], queryFn: () => body(api.GET("/api/alarms/{alarm_id}", { params: at(id) })), refetchInterval: 30_000 });

/** The event it became; null where it became none that one may see. */
export const eventOfQuery = (id: string) =>
  queryOptions({
    queryKey: ["alarms", id, "event"],
    queryFn: async () => {
      try {
        return await body(api.GET("/api/alarms/{alarm_id}/event", { params: at(id) }));
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },
  });

/** What an officer judges an event of a machine by; null where no machine raised it. */
export const machineQuery = (eventId: string) =>
  queryOptions({
    queryKey: ["events", eventId, "machine"],
    queryFn: async () => {
      try {
        return await body(api.GET("/api/events/{event_id}/machine", { params: { path: { event_id: eventId } } }));
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },
  });

export const stormQuery = (eventId: string) =>
  listQuery(["events", eventId, "devices"], (cursor) => body(api.GET("/api/events/{event_id}/devices", { params: { path: { event_id: eventId }, query: { limit: 50, ...cursor } } })));

export const judgeEvent = (eventId: string, verdict: Verdict) => body(api.POST("/api/events/{event_id}/verdict", { params: { path: { event_id: eventId } }, body: { verdict, text: "" } }));

export const alarmChanges = {
  acknowledge: (id: string, text = "") => body(api.POST("/api/alarms/{alarm_id}/acknowledge", { params: at(id), body: { text } })),
  release: (id: string, text: string) => body(api.POST("/api/alarms/{alarm_id}/release", { params: at(id), body: { text } })),
  verdict: (id: string, verdict: Verdict, text = "") => body(api.POST("/api/alarms/{alarm_id}/verdict", { params: at(id), body: { verdict, text } })),
  silence: (ask: { device_id: string; ends_at: string; reason: string }) => body(api.POST("/api/alarms/silences", { body: { kind: "silence", ...ask } })),
};

export function useAlarmChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ["alarms"] }), ...[["events"], ["cases"], ["day"], ["devices"]].map((queryKey) => cache.invalidateQueries({ queryKey }))]),
  });
}
