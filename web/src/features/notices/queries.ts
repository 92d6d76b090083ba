import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";

export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: () => body(api.GET("/api/notices")),
  refetchInterval: 20_000,
});

export function useRead() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(api.POST("/api/notices/{notice_id}/read", { params: { path: { notice_id: id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: noticesQuery.queryKey }),
  });
}
