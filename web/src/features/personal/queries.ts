import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";

export const EXPORT_STATES = ["asked", "approved", "refused", "made", "failed", "expired"] as const;

export function exportsQuery(state: string | undefined) {
  return {
    ...listQuery(["exports", state ?? ""], (cursor) => body(api.GET("/api/exports", { params: { query: { limit: 50, ...(state !== undefined && { state }), ...cursor } } }))),
    refetchInterval: 15_000,
  };
}

export const dataSetsQuery = queryOptions({ queryKey: ["exports", "sets"], queryFn: () => body(api.GET("/api/exports/data-sets")), staleTime: Infinity });

export const erasuresQuery = listQuery(["erasures"], (cursor) => body(api.GET("/api/erasures", { params: { query: { limit: 50, ...cursor } } })));

export interface NewExport {
  data_set: string;
  format: "csv" | "xlsx";
  columns: string[];
  reason?: string;
}

export const personalChanges = {
  ask: (asked: NewExport) => body(api.POST("/api/exports", { body: asked })),
  approve: (id: string, text: string) => body(api.POST("/api/exports/{export_id}/approve", { params: { path: { export_id: id } }, body: { text } })),
  refuse: (id: string, text: string) => body(api.POST("/api/exports/{export_id}/refuse", { params: { path: { export_id: id } }, body: { text } })),
  erase: (asked: { phone?: string; person?: string; reason: string }) => body(api.POST("/api/erasures", { body: asked })),
  consent: (id: string, text: string) => body(api.POST("/api/erasures/{erasure_id}/consent", { params: { path: { erasure_id: id } }, body: { text } })),
  decline: (id: string, text: string) => body(api.POST("/api/erasures/{erasure_id}/refuse", { params: { path: { erasure_id: id } }, body: { text } })),
  byNumber: (phone: string) => body(api.POST("/api/reports/search", { body: { phone, limit: 100 } })),
};

/** A change of exports or erasures: the lists are read again whatever came of it. */
export function usePersonalChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => Promise.all([cache.invalidateQueries({ queryKey: ["exports"] }), cache.invalidateQueries({ queryKey: ["erasures"] })]),
  });
}
