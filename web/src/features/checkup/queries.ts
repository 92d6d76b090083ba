import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];
export type Checkup = Shapes["CheckupOut"];
export type Change = Shapes["Change"];
export type Span = Shapes["CheckupRow"]["period"];

export const SPANS = ["day", "week", "month"] as const satisfies readonly Span[];

/** What the address of the page says. */
export interface CheckupSearch {
  node?: string;
  period?: Span;
  id?: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readCheckup(raw: Record<string, unknown>): CheckupSearch {
  const period = SPANS.find((name) => name === raw.period);
  return {
    ...(typeof raw.node === "string" && ID.test(raw.node) && { node: raw.node }),
    ...(typeof raw.id === "string" && ID.test(raw.id) && { id: raw.id }),
    ...(period && { period }),
  };
}

const at = (node: string | undefined): { node?: string } => (node === undefined ? {} : { node });

export function checkupsQuery(node: string | undefined, period: Span) {
  return infiniteQueryOptions({
    queryKey: ["checkups", node, period],
    queryFn: ({ pageParam }) =>
      body(api.GET("/api/checkups", { params: { query: { ...at(node), period, limit: 30, ...(pageParam !== null && { cursor: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function checkupQuery(id: string) {
  return queryOptions({
    queryKey: ["checkup", id],
    queryFn: () => body(api.GET("/api/checkups/{checkup_id}", { params: { path: { checkup_id: id } } })),
  });
}

export function makeCheckup(node: string | undefined, period: Span): Promise<Checkup> {
  return body(api.POST("/api/checkups", { params: { query: at(node) }, body: { period } }));
}
