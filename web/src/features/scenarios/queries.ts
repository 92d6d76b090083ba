import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";

/** Every scenario with its state; what a menu of pages is made of. */
export const scenariosQuery = queryOptions({
  queryKey: ["scenarios"],
  queryFn: () => body(api.GET("/api/scenarios")),
  staleTime: 60_000,
});

export function scenarioPageQuery(name: string, page: string) {
  return queryOptions({
    queryKey: ["scenarios", name, page],
    queryFn: () => body(api.GET("/api/scenarios/{name}/pages/{page}", { params: { path: { name, page } } })),
    refetchInterval: 30_000,
  });
}
