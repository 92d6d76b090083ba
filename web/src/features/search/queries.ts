import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

/** A hit as the server sends it; the client reads a pair as a list, so a mark's [start, end) is spelled so here. */
export type Hit = Omit<components["schemas"]["HitOut"], "marks"> & { marks: Record<string, unknown[][]> };
export interface Group {
  kinds: string;
  hits: Hit[];
  next: string | null;
}

async function ask(query: { q: string; limit: number; kinds?: string; cursor?: string }): Promise<Group[]> {
  const found = await body(api.GET("/api/search", { params: { query } }));
  return found.groups;
}

/** The best few of every kind, while somebody types. */
export function searchQuery(q: string, limit: number) {
  return queryOptions({
    queryKey: ["search", q, limit],
    queryFn: () => ask({ q, limit }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

/** One kind, page by page. */
export function searchKindQuery(q: string, kinds: string) {
  return infiniteQueryOptions({
    queryKey: ["search", q, "kind", kinds],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const [group] = await ask({ q, kinds, limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) });
      return { items: group?.hits ?? [], next: group?.next ?? null };
    },
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: q !== "",
  });
}
