import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";

/** The catalogue as it is in force at a moment; now, where none is given. */
export const catalogueQuery = (q: string, at: string | undefined) =>
  queryOptions({ queryKey: ["matters", "catalogue", q, at], queryFn: () => body(api.GET("/api/matters", { params: { query: { q, ...(at !== undefined && { at }) } } })), placeholderData: keepPreviousData });

export const historyQuery = (code: string) => queryOptions({ queryKey: ["matters", "one", code], queryFn: () => body(api.GET("/api/matters/{code}", { params: { path: { code } } })) });

/** Who answers for a matter, or for its major, at a moment. */
export const dutiesQuery = (key: string, at: string | undefined) =>
  queryOptions({ queryKey: ["responsibility", key, at], queryFn: () => body(api.GET("/api/responsibility", { params: { query: { key, ...(at !== undefined && { at }) } } })) });
