import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];
export type Order = Shapes["OrderDetail"];
export type OrderRow = Shapes["OrderOut"];
export type Way = "phone" | "visit" | "message" | "online";

export const orderQuery = (id: string) =>
  queryOptions({ queryKey: ["intake", "order", id], queryFn: () => body(api.GET("/api/hotline/orders/{order_id}", { params: { path: { order_id: id } } })) });

/** The orders behind a case: mostly one, more where several callers meant the same. */
export const ordersOfCaseQuery = (caseId: string) =>
  queryOptions({ queryKey: ["intake", "of-case", caseId], queryFn: () => body(api.GET("/api/hotline/orders", { params: { query: { case: caseId, limit: 20 } } })) });

const order = (id: string) => ({ path: { order_id: id } });

export const orderSteps = {
  contact: (id: string, asked: { way: Way; reached: boolean; spoke_with?: string; note: string }) => body(api.POST("/api/hotline/orders/{order_id}/first-contact", { params: order(id), body: asked })),
  giveBack: (id: string, asked: { reason: string; text: string; next_door: string; ruling?: string }) => body(api.POST("/api/hotline/orders/{order_id}/return", { params: order(id), body: asked })),
  answer: (id: string, asked: { text: string; resolution: string }) => body(api.POST("/api/hotline/orders/{order_id}/answer", { params: order(id), body: asked })),
  extend: (id: string, reason: string) => body(api.POST("/api/hotline/orders/{order_id}/extend", { params: order(id), body: { reason } })),
};

export function useOrderStep(caseId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (step: () => Promise<unknown>) => step(),
    onSettled: () => Promise.all([["intake"], ["case", caseId], ["cases"], ["day"]].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}
