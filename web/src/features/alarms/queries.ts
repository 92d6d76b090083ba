import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
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
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ["alarms"] }), cache.invalidateQueries({ queryKey: ["events"] })]),
  });
}
