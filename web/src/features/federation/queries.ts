import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";

/** Whose a case is and with whom it is shared; grows with the case's timeline. */
export function sharingQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId, "sharing"],
    queryFn: () => body(api.GET("/api/federation/cases/{case_id}", { params: { path: { case_id: caseId } } })),
    staleTime: 30_000,
  });
}

export type Sharing = Awaited<ReturnType<NonNullable<ReturnType<typeof sharingQuery>["queryFn"]>>>;

/** On which platforms a warning is in force, too, and how many units know of it there. */
export function warningSharesQuery(warningId: string) {
  return queryOptions({
    queryKey: ["command", "warning", warningId, "shares"],
    queryFn: () => body(api.GET("/api/federation/warnings/{warning_id}", { params: { path: { warning_id: warningId } } })),
    refetchInterval: 15_000,
  });
}

const at = (id: string) => ({ path: { case_id: id } });

/** A note for the other side, or asking for the case back. */
export function useSharing(caseId: string) {
  const cache = useQueryClient();
  const onSuccess = (shared: Sharing): Promise<void> => {
    cache.setQueryData(sharingQuery(caseId).queryKey, shared);
    return cache.invalidateQueries({ queryKey: ["case", caseId] });
  };
  const note = useMutation({ mutationFn: (text: string) => body(api.POST("/api/federation/cases/{case_id}/notes", { params: at(caseId), body: { text } })), onSuccess });
  const recall = useMutation({ mutationFn: (reason: string) => body(api.POST("/api/federation/cases/{case_id}/recall", { params: at(caseId), body: { reason } })), onSuccess });
  return { note, recall };
}
