import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";

export const channelsQuery = queryOptions({
  queryKey: ["intake", "channels"],
  queryFn: async () => ({ items: (await body(api.GET("/api/channels"))).items.map((channel) => ({ ...channel, id: channel.code })) }),
});

export const refusedQuery = (code: string, settled: boolean) =>
  listQuery(["intake", "refused", code, settled], (cursor) =>
    body(api.GET("/api/channels/{code}/refused", { params: { path: { code }, query: { settled, limit: 50, ...cursor } } })),
  );

export const lettersQuery = queryOptions({ queryKey: ["intake", "letters"], queryFn: () => body(api.GET("/api/mail/waiting")), refetchInterval: 30_000 });

export const importsQuery = queryOptions({
  queryKey: ["intake", "imports"],
  queryFn: () => body(api.GET("/api/hotline/imports")),
  // A file that is being worked off shows how far it is.
  refetchInterval: (query) => (query.state.data?.items.some((each) => each.ended_at === null) === true ? 1_500 : false),
});

export const mappingsQuery = queryOptions({ queryKey: ["intake", "mappings"], queryFn: () => body(api.GET("/api/hotline/mappings")), staleTime: 60_000 });

export const STANDINGS = ["open", "uncontacted", "contact_late", "overdue", "answered", "returned"] as const;

export const ordersQuery = (search: { standing?: string; number?: string }) =>
  listQuery(["intake", "orders", search], (cursor) => body(api.GET("/api/hotline/orders", { params: { query: { ...search, limit: 50, ...cursor } } })));

export interface NewImport {
  file: File;
  mapping: string;
  dry_run: boolean;
}

export const intakeChanges = {
  again: (code: string, id: string) => body(api.POST("/api/channels/{code}/refused/{refused_id}/again", { params: { path: { code, refused_id: id } } })),
  setAside: (code: string, id: string) => done(api.POST("/api/channels/{code}/refused/{refused_id}/set-aside", { params: { path: { code, refused_id: id } } })),
  dismiss: (id: string, reason: string) => done(api.POST("/api/mail/{message_id}/dismiss", { params: { path: { message_id: id } }, body: { reason } })),
  report: (id: string, matter: string, place: string) =>
    body(api.POST("/api/mail/{message_id}/report", { params: { path: { message_id: id } }, body: { matter, place: { text: place } } })),
  load: ({ file, mapping, dry_run }: NewImport) =>
    body(
      api.POST("/api/hotline/imports", {
        body: { file: "", mapping, dry_run },
        bodySerializer: () => {
          const form = new FormData();
          form.set("file", file);
          form.set("mapping", mapping);
          form.set("dry_run", String(dry_run));
          return form;
        },
      }),
    ),
};

export function useIntakeChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => cache.invalidateQueries({ queryKey: ["intake"] }),
  });
}
