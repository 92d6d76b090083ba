import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import { statusOf } from "@/shared/api/problem";
import type { Session } from "@/shared/api/types";

/** Who has to sign in again: the page stays as it is under the dialog that asks. */
export const againQuery = queryOptions({
  queryKey: ["again"],
  queryFn: (): Session | null => null,
  staleTime: Infinity,
  gcTime: Infinity,
});

let entries = 0;

/** Somebody is in: the desk knows who, and the dialog that asked them to sign in again goes. */
export function entered(cache: QueryClient, session: Session): void {
  // What is still on its way was asked before this.
  entries += 1;
  const whose = cache.getQueryData(againQuery.queryKey) ?? null;
  cache.setQueryData(sessionQuery.queryKey, session);
  if (whose === null) return;
  cache.setQueryData(againQuery.queryKey, null);
  // Somebody else must not go on where another left off.
  if (session.account_id !== whose.account_id) window.location.assign("/");
  void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "again" });
}

/** Ask once more before somebody is sent to sign in: what was refused may have been asked before they did. */
export async function isOut(): Promise<boolean> {
  const before = entries;
  try {
    await api.GET("/api/session");
    return false;
  } catch (error) {
    return statusOf(error) === 401 && before === entries;
  }
}

/** Who is signed in; null when nobody is. Whoever was, stays on the page and is asked to sign in again. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ client }): Promise<Session | null> => {
    try {
      return await body(api.GET("/api/session"));
    } catch (error) {
      if (statusOf(error) !== 401) throw error;
      const known = client.getQueryData<Session | null>(["session"]) ?? null;
      if (known !== null && (await isOut())) client.setQueryData(againQuery.queryKey, known);
      return known;
    }
  },
  staleTime: 60_000,
});

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: () => body(api.GET("/api/setup")),
  staleTime: Infinity,
});

export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Whether the signed-in account may do something; the server decides again at every request. */
export function useMay(permission: string): boolean {
  return useSession()?.permissions.includes(permission) ?? false;
}

interface Credentials {
  username: string;
  password: string;
}

export function useSignIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => body(api.POST("/api/session", { body: credentials })),
    // Whoever owes a second factor is not signed in yet.
    onSuccess: (answer) => {
      if (!("step" in answer)) entered(cache, answer);
    },
  });
}

export interface FirstAdministrator extends Credentials {
  token: string;
  name: string;
}

export function useSetUp() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (first: FirstAdministrator) => body(api.POST("/api/setup", { body: first })),
    onSuccess: async (session) => {
      entered(cache, session);
      await cache.invalidateQueries({ queryKey: setupQuery.queryKey });
    },
  });
}

export function useSignOut() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => done(api.DELETE("/api/session")),
    onSettled: () => {
      // What the last person saw must not flash up for the next one.
      cache.clear();
      cache.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: () => body(api.GET("/api/sessions")),
});

export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(api.DELETE("/api/sessions/{session_id}", { params: { path: { session_id: id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
