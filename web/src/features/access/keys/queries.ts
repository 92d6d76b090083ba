import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";

export const keysQuery = queryOptions({ queryKey: ["keys"], queryFn: () => body(api.GET("/api/keys")) });

export interface NewKey {
  application: string;
  purpose: string;
  grants: { role: string; jurisdiction?: string }[];
  expires?: string;
}

export const makeKey = (key: NewKey) => body(api.POST("/api/keys", { body: key }));
export const revokeKey = (id: string) => done(api.DELETE("/api/keys/{key_id}", { params: { path: { key_id: id } } }));

export function useKeyChange<Asked, Got>(change: (asked: Asked) => Promise<Got>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => cache.invalidateQueries({ queryKey: keysQuery.queryKey }) });
}
