import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";

export const platformQuery = queryOptions({
  queryKey: ["platform"],
  queryFn: () => body(api.GET("/api/platform")),
  staleTime: Infinity,
});
