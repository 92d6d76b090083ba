import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { entered } from "@/features/access/session";
import { api, body } from "@/shared/api/client";

const LOOK_AGAIN_MS = 2_000;

/** How far the made-up district is, asked again until it is done; and who one can be. */
export const demoQuery = queryOptions({
  queryKey: ["demo"],
  queryFn: () => body(api.GET("/api/demo")),
  refetchInterval: ({ state: { data } }) => (data === undefined || data.stage === "done" ? false : LOOK_AGAIN_MS),
});

export function useEnterAs() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (username: string) => body(api.POST("/api/demo/session", { body: { username } })),
    onSuccess: (session) => entered(cache, session),
  });
}
