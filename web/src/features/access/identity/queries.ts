import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import type { Policy } from "@/shared/api/types";

export const policiesQuery = queryOptions({ queryKey: ["policies"], queryFn: () => body(api.GET("/api/policies")) });

export interface ProviderDraft {
  code: string;
  kind: "oidc" | "wecom";
  label_zh: string;
  label_en: string;
  settings: Record<string, unknown>;
  secret?: string;
  open: boolean;
  two_factors: boolean;
}

export const identityChanges = {
  setPolicy: ({ role, second_factor, most_sessions, longest_minutes, everywhere, most_days }: Policy) =>
    body(api.PUT("/api/policies/{role}", { params: { path: { role } }, body: { second_factor, most_sessions, longest_minutes, everywhere, most_days } })),
  addProvider: (draft: ProviderDraft) => body(api.POST("/api/providers", { body: draft })),
  changeProvider: ({ code, ...draft }: ProviderDraft) => body(api.PUT("/api/providers/{code}", { params: { path: { code } }, body: draft })),
  tryProvider: (code: string) => done(api.POST("/api/providers/{code}/try", { params: { path: { code } } })),
};

export function useIdentityChange<Asked, Got>(change: (asked: Asked) => Promise<Got>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([cache.invalidateQueries({ queryKey: ["policies"] }), cache.invalidateQueries({ queryKey: ["providers"] })]),
  });
}
