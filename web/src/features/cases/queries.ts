import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { toQuery, type CaseSearch } from "@/features/cases/filters";
import { api, body } from "@/shared/api/client";
import type { CaseHead } from "@/shared/api/types";

export const PAGE = 30;

/** A page of the list: read anew when the stream says so; the minute is for what time alone moves. */
export function casesQuery(search: CaseSearch) {
  return queryOptions({
    queryKey: ["cases", "page", search],
    queryFn: () =>
      body(
        api.GET("/api/cases", {
          params: {
            query: { ...toQuery(search), tab: search.tab ?? "all", sort: search.sort ?? "-filed_at", cursor: search.after?.at(-1), limit: PAGE },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

export function countsQuery(search: CaseSearch) {
  const query = toQuery(search);
  return queryOptions({
    queryKey: ["cases", "counts", query],
    queryFn: () => body(api.GET("/api/cases/counts", { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ["case", id],
    queryFn: () => body(api.GET("/api/cases/{case_id}", { params: { path: { case_id: id } } })),
    // A look at a case may leave a trace in the audit, so it is read again only when its timeline has grown.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
}

export function timelineQuery(id: string) {
  return queryOptions({
    queryKey: ["case", id, "timeline"],
    queryFn: () => body(api.GET("/api/cases/{case_id}/timeline", { params: { path: { case_id: id } } })),
    refetchInterval: 60_000,
  });
}

export function unitsQuery(id: string) {
  return queryOptions({
    queryKey: ["case", id, "units"],
    queryFn: () => body(api.GET("/api/cases/{case_id}/units", { params: { path: { case_id: id } } })),
  });
}

export function organisationsQuery() {
  return queryOptions({
    queryKey: ["organisations"],
    queryFn: () => body(api.GET("/api/organisations")),
    staleTime: 10 * 60_000,
  });
}

export function mattersQuery() {
  return queryOptions({
    queryKey: ["matters"],
    queryFn: () => body(api.GET("/api/matters")),
    staleTime: 10 * 60_000,
  });
}

export function streetsQuery() {
  return queryOptions({
    queryKey: ["jurisdictions", "street"],
    queryFn: () => body(api.GET("/api/jurisdictions", { params: { query: { level: "street" } } })),
    staleTime: 10 * 60_000,
  });
}

/** What a step form can hold; each verb takes its own part of it. */
export interface StepBody {
  passed?: boolean;
  text?: string;
  reason?: string;
  unit?: string;
  assist?: string[];
  photos?: string[];
  version: number;
}

type Take = (id: string, step: StepBody) => Promise<CaseHead>;

const at = (id: string) => ({ path: { case_id: id } });

/** One entry per verb of the procedure, so that each body is checked against the contract. */
const TAKE: Record<string, Take> = {
  claim: (id) => body(api.POST("/api/cases/{case_id}/claim", { params: at(id) })),
  release: (id) => body(api.POST("/api/cases/{case_id}/release", { params: at(id) })),
  confirm: (id, { passed = false, text, photos, version }) =>
    body(api.POST("/api/cases/{case_id}/confirm", { params: at(id), body: { passed, text, photos, version } })),
  dispatch: (id, { unit, assist, reason, version }) =>
    body(api.POST("/api/cases/{case_id}/dispatch", { params: at(id), body: { unit, assist, reason, version } })),
  redispatch: (id, { unit = "", reason, version }) =>
    body(api.POST("/api/cases/{case_id}/redispatch", { params: at(id), body: { unit, reason, version } })),
  receive: (id, { version }) => body(api.POST("/api/cases/{case_id}/receive", { params: at(id), body: { version } })),
  return: (id, { reason, version }) => body(api.POST("/api/cases/{case_id}/return", { params: at(id), body: { reason, version } })),
  handle: (id, { text, photos, version }) =>
    body(api.POST("/api/cases/{case_id}/handle", { params: at(id), body: { text, photos, version } })),
  check: (id, { passed = false, text, photos, version }) =>
    body(api.POST("/api/cases/{case_id}/check", { params: at(id), body: { passed, text, photos, version } })),
  close: (id, { text, version }) => body(api.POST("/api/cases/{case_id}/close", { params: at(id), body: { text, version } })),
  void: (id, { reason, version }) => body(api.POST("/api/cases/{case_id}/void", { params: at(id), body: { reason, version } })),
};

export function useStep(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, step }: { verb: string; step: StepBody }): Promise<CaseHead> => {
      const take = TAKE[verb];
      if (take === undefined) throw new Error(`The desk has no form for the step ${verb}.`);
      return take(id, step);
    },
    onSuccess: (fresh) => {
      cache.setQueryData(caseQuery(id).queryKey, (known) => known && { ...known, ...fresh });
      // The answer is the case as it stands: the next step need not wait for what is read anew.
      for (const queryKey of [["case", id], ["cases"], ["day"], ["notices"]]) void cache.invalidateQueries({ queryKey });
    },
  });
}

export function useUnmerge(id: string, eventId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (ask: { report_id: string; reason: string }) =>
      body(api.POST("/api/events/{event_id}/unmerge", { params: { path: { event_id: eventId } }, body: ask })),
    onSuccess: () => Promise.all([cache.invalidateQueries({ queryKey: ["case", id] }), cache.invalidateQueries({ queryKey: ["cases"] })]),
  });
}
