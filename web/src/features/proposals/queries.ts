import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";

export const PROPOSAL_STATES = ["waiting", "open", "answered", "declined"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const read = (state: ProposalState, cursor: { cursor?: string }) => body(api.GET("/api/proposals", { params: { query: { state, limit: 50, ...cursor } } }));
export type Proposal = Awaited<ReturnType<typeof read>>["items"][number];

export const proposalsQuery = (state: ProposalState) => listQuery(["proposals", state], (cursor) => read(state, cursor));

const one = (id: string) => ({ path: { proposal_id: id } });

export const proposalChanges = {
  open: (id: string, text: string) => body(api.POST("/api/proposals/{proposal_id}/open", { params: one(id), body: { text } })),
  answer: (id: string, answer: string) => body(api.POST("/api/proposals/{proposal_id}/answer", { params: one(id), body: { answer } })),
  decline: (id: string, answer: string) => body(api.POST("/api/proposals/{proposal_id}/decline", { params: one(id), body: { answer } })),
};

export function useProposalChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => cache.invalidateQueries({ queryKey: ["proposals"] }),
  });
}
