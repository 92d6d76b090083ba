import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";

/** A span of moments; left out, the server's own limits count. */
export interface Span {
  since?: string;
  until?: string;
}

export interface LooksSearch extends Span {
  person?: string;
  looker?: string;
  object_id?: string;
}

export interface TrailSearch extends Span {
  actor?: string;
  object_id?: string;
  action?: string;
}

export const looksQuery = (search: LooksSearch) =>
  listQuery(["looks", search], (cursor) => body(api.GET("/api/looks", { params: { query: { ...search, limit: 50, ...cursor } } })));

export const trailQuery = (search: TrailSearch) =>
  listQuery(["audit", search], (cursor) => body(api.GET("/api/audit", { params: { query: { ...search, limit: 50, ...cursor } } })));

export const callsQuery = (span: Required<Span>) =>
  queryOptions({ queryKey: ["calls", span], queryFn: () => body(api.GET("/api/calls", { params: { query: { ...span, limit: 200 } } })) });

export const unusualQuery = listQuery(["calls", "unusual"], (cursor) => body(api.GET("/api/calls/unusual", { params: { query: { limit: 50, ...cursor } } })));
