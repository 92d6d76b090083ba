import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type Fence = components["schemas"]["FenceOut"];
export type FenceAsk = components["schemas"]["FenceAsk"];

export const fencesQuery = queryOptions({ queryKey: ["alarm-rules", "fences"], queryFn: () => body(api.GET("/api/alarm-rules/fences")), staleTime: 30_000 });

export const fenceVersionsQuery = queryOptions({ queryKey: ["alarm-rules", "versions", "fences"], queryFn: () => body(api.GET("/api/alarm-rules/versions", { params: { query: { kind: "fences" } } })) });

export const fenceChanges = {
  draw: (asked: FenceAsk) => body(api.POST("/api/alarm-rules/fences", { body: asked })),
  end: (code: string, reason: string) => done(api.POST("/api/alarm-rules/end", { body: { kind: "fences", code, reason } })),
};

export function useFenceChange() {
  const cache = useQueryClient();
  return useMutation({ mutationFn: (change: () => Promise<unknown>) => change(), onSettled: () => cache.invalidateQueries({ queryKey: ["alarm-rules"] }) });
}
