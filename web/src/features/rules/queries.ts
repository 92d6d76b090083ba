import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { RuleSet } from "@/features/rules/model";

export type Precision = components["schemas"]["PrecisionOut"];
export type Version = components["schemas"]["RuleVersion"];
export type Proposal = components["schemas"]["AlarmProposalOut"];
export type Trial = components["schemas"]["TrialOut"];

const WORK = 2_000;

export const rulesQuery = queryOptions({ queryKey: ["alarm-rules"], queryFn: () => body(api.GET("/api/alarm-rules")), staleTime: 30_000 });

/** Of all rules, the versions in force and to come; of one, all of them. */
export const versionsQuery = (code?: string) =>
  queryOptions({ queryKey: ["alarm-rules", "versions", code ?? ""], queryFn: () => body(api.GET("/api/alarm-rules/versions", { params: { query: { kind: "rules", ...(code !== undefined && { code }) } } })) });

/** How often each condition was right, by "rule/condition": all pages, there are as many as there are conditions. */
export const precisionQuery = queryOptions({
  queryKey: ["alarms", "precision", "rule"],
  queryFn: async () => {
    const found = new Map<string, Precision>();
    let cursor: string | null = null;
    do {
      const page: components["schemas"]["PrecisionsOut"] = await body(api.GET("/api/alarms/precision", { params: { query: { by: "rule", limit: 200, ...(cursor !== null && { cursor }) } } }));
      for (const one of page.items) found.set(one.key, one);
      cursor = page.next;
    } while (cursor !== null);
    return found;
  },
  staleTime: 60_000,
});

/** How many alarms fire now, by rule and by combination. */
export const firingQuery = queryOptions({ queryKey: ["alarms", "groups", "rule"], queryFn: () => body(api.GET("/api/alarms/groups", { params: { query: { by: "rule", standing: true, limit: 200 } } })), refetchInterval: 30_000 });

const working = (state: string | undefined): boolean => state === "waiting" || state === "running";

export const trialsQuery = queryOptions({
  queryKey: ["alarm-trials"],
  queryFn: () => body(api.GET("/api/alarm-trials")),
  refetchInterval: (query) => (query.state.data?.items.some((one) => working(one.state)) === true ? WORK : 60_000),
});

export const trialQuery = (id: string) =>
  queryOptions({
    queryKey: ["alarm-trials", id],
    queryFn: () => body(api.GET("/api/alarm-trials/{trial_id}", { params: { path: { trial_id: id } } })),
    refetchInterval: (query) => (working(query.state.data?.state) ? 1_000 : false),
  });

export const proposalsQuery = queryOptions({
  queryKey: ["alarms", "proposals"],
  queryFn: () => body(api.GET("/api/alarms/proposals")),
  refetchInterval: (query) => (query.state.data?.items.some((one) => working(one.trial?.state)) === true ? WORK : false),
});

export const decisionsQuery = queryOptions({ queryKey: ["alarms", "proposals", "decided"], queryFn: () => body(api.GET("/api/alarms/proposals/decided")) });

export interface Publishing {
  rules: RuleSet;
  note: string;
  valid_from?: string;
  dry_run?: boolean;
}

export const ruleChanges = {
  publish: (asked: Publishing) => body(api.POST("/api/alarm-rules/import", { body: { replace: false, dry_run: false, ...asked } })),
  end: (kind: "rules" | "overrides" | "combinations", code: string, reason = "") => done(api.POST("/api/alarm-rules/end", { body: { kind, code, reason } })),
  attempt: (rules: RuleSet, since: string, until: string) => body(api.POST("/api/alarm-trials", { body: { rules, since, until } })),
  stop: (id: string) => done(api.POST("/api/alarm-trials/{trial_id}/stop", { params: { path: { trial_id: id } } })),
  attemptProposal: (key: string, bound: number) => body(api.POST("/api/alarms/proposals/try", { body: { key, bound } })),
  decide: (asked: components["schemas"]["AlarmProposalAsk"]) => done(api.POST("/api/alarms/proposals/decide", { body: asked })),
};

export function useRuleChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => Promise.all([["alarm-rules"], ["alarm-trials"], ["alarms"], ["devices"]].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
