import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";

export interface AccountSearch {
  q?: string;
  role?: string;
  state?: "active" | "disabled";
}

export function accountsQuery(search: AccountSearch) {
  return infiniteQueryOptions({
    queryKey: ["accounts", "list", search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => body(api.GET("/api/accounts", { params: { query: { ...search, limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) } } })),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

const of = (id: string) => ({ path: { account_id: id } });

export function accountQuery(accountId: string) {
  return queryOptions({ queryKey: ["accounts", "one", accountId], queryFn: () => body(api.GET("/api/accounts/{account_id}", { params: of(accountId) })) });
}

export function holdingsQuery(accountId: string) {
  return queryOptions({
    queryKey: ["accounts", "holdings", accountId],
    queryFn: () => body(api.GET("/api/accounts/{account_id}/grants", { params: of(accountId) })),
  });
}

export function linksQuery(accountId: string) {
  return queryOptions({ queryKey: ["accounts", "links", accountId], queryFn: () => body(api.GET("/api/accounts/{account_id}/links", { params: of(accountId) })) });
}

export function sessionsOfQuery(accountId: string) {
  return queryOptions({ queryKey: ["accounts", "sessions", accountId], queryFn: () => body(api.GET("/api/accounts/{account_id}/sessions", { params: of(accountId) })) });
}

export const strangersQuery = queryOptions({ queryKey: ["accounts", "strangers"], queryFn: () => body(api.GET("/api/strangers")) });

export const providersQuery = queryOptions({ queryKey: ["providers"], queryFn: () => body(api.GET("/api/providers")) });

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: () => body(api.GET("/api/roles")),
  staleTime: Infinity,
});

/** The name of a role as the server's own table has it. */
export function useRoleName(): (role: string) => string {
  const roles = useQuery(rolesQuery).data?.items;
  const { pick } = useWords();
  return (code) => {
    const role = roles?.find((each) => each.code === code);
    return role === undefined ? code : pick(role.label_zh, role.label_en);
  };
}

export const areasQuery = queryOptions({
  queryKey: ["jurisdictions", "street"],
  queryFn: () => body(api.GET("/api/jurisdictions", { params: { query: { level: "street" } } })),
  staleTime: 10 * 60_000,
});

/** Organisations by part of their name, code or pinyin initials. */
export function organisationsQuery(words: string) {
  return queryOptions({
    queryKey: ["organisations", "named", words],
    queryFn: () => body(api.GET("/api/organisations", { params: { query: { q: words, limit: 200 } } })),
    placeholderData: keepPreviousData,
    staleTime: 10 * 60_000,
  });
}

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
}

export interface NewGrant {
  role: string;
  jurisdiction?: string;
  organisation?: string;
  since?: string;
  until?: string;
}

export interface NewLink {
  provider: string;
  subject?: string;
  claim?: "username" | "email";
  value?: string;
}

export const accountChanges = {
  /** Makes an account and the link by which its owner chooses a password. */
  create: async (account: NewAccount) => {
    const made = await body(api.POST("/api/accounts", { body: { ...account, must_change: false } }));
    return { account: made, link: await accountChanges.makeLink(made.id) };
  },
  disable: (id: string) => done(api.POST("/api/accounts/{account_id}/disable", { params: of(id) })),
  enable: (id: string) => done(api.POST("/api/accounts/{account_id}/enable", { params: of(id) })),
  makeLink: (id: string) => body(api.POST("/api/accounts/{account_id}/link", { params: of(id) })),
  grant: (id: string, grant: NewGrant) => body(api.POST("/api/accounts/{account_id}/grants", { params: of(id), body: grant })),
  revoke: (id: string, holding: string) =>
    done(api.DELETE("/api/accounts/{account_id}/grants/{holding_id}", { params: { path: { account_id: id, holding_id: holding } } })),
  endSession: (id: string, session: string) =>
    done(api.DELETE("/api/accounts/{account_id}/sessions/{session_id}", { params: { path: { account_id: id, session_id: session } } })),
  endSessions: (id: string) => done(api.DELETE("/api/accounts/{account_id}/sessions", { params: of(id) })),
  link: (id: string, link: NewLink) => body(api.POST("/api/accounts/{account_id}/links", { params: of(id), body: link })),
  unlink: (id: string, link: string) => done(api.DELETE("/api/accounts/{account_id}/links/{link_id}", { params: { path: { account_id: id, link_id: link } } })),
  resetFactors: (id: string) => done(api.DELETE("/api/accounts/{account_id}/second-factor", { params: of(id) })),
};
