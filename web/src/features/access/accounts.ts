import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";

export function accountsQuery(words: string) {
  return queryOptions({
    queryKey: ["accounts", "list", words],
    queryFn: () => body(api.GET("/api/accounts", { params: { query: { q: words, limit: 100 } } })),
    placeholderData: keepPreviousData,
  });
}

export function holdingsQuery(accountId: string) {
  return queryOptions({
    queryKey: ["accounts", "holdings", accountId],
    queryFn: () => body(api.GET("/api/accounts/{account_id}/grants", { params: { path: { account_id: accountId } } })),
  });
}

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: () => body(api.GET("/api/roles")),
  staleTime: Infinity,
});

export const areasQuery = queryOptions({
  queryKey: ["jurisdictions", "street"],
  queryFn: () => body(api.GET("/api/jurisdictions", { params: { query: { level: "street" } } })),
  staleTime: 10 * 60_000,
});

/** A change of accounts: whatever it was, the lists are read again. */
export function useAccountChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["accounts"] }),
  });
}

export interface NewAccount {
  username: string;
  name: string;
  password: string;
}

const of = (id: string) => ({ path: { account_id: id } });

export const accountChanges = {
  create: (account: NewAccount) => body(api.POST("/api/accounts", { body: { ...account, must_change: true } })),
  disable: (id: string) => done(api.POST("/api/accounts/{account_id}/disable", { params: of(id) })),
  enable: (id: string) => done(api.POST("/api/accounts/{account_id}/enable", { params: of(id) })),
  grant: (id: string, role: string, jurisdiction: string | undefined) =>
    body(api.POST("/api/accounts/{account_id}/grants", { params: of(id), body: { role, jurisdiction } })),
  revoke: (id: string, holding: string) =>
    done(api.DELETE("/api/accounts/{account_id}/grants/{holding_id}", { params: { path: { account_id: id, holding_id: holding } } })),
};
