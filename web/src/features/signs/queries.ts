import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];
export type SignNow = Shapes["SignNowOut"];
export type SignBoard = Shapes["SignBoardOut"];
export type SignDetail = Shapes["SignDetailOut"];
export type SignPoint = Shapes["SignPointOut"];
export type SignPart = Shapes["SignPartOut"];
export type SignRow = Shapes["SignRowOut"];
export type SignEdit = Shapes["SignEditAsk"];
export type Score = Shapes["ScoreOut"];
export type Level = SignNow["level"];

// The worker computes every ten minutes.
const FRESH = 60_000;

const at = (node: string | undefined): { node?: string } => (node === undefined ? {} : { node });

export function boardQuery(node: string | undefined) {
  return queryOptions({
    queryKey: ["signs", "board", node],
    queryFn: () => body(api.GET("/api/signs", { params: { query: at(node) } })),
    placeholderData: keepPreviousData,
    refetchInterval: FRESH,
  });
}

export function pulseQuery(node: string | undefined) {
  return queryOptions({
    queryKey: ["signs", "pulse", node],
    queryFn: () => body(api.GET("/api/pulse", { params: { query: at(node) } })),
    placeholderData: keepPreviousData,
    refetchInterval: FRESH,
  });
}

export function signQuery(code: string, node: string | undefined) {
  return queryOptions({
    queryKey: ["signs", "one", code, node],
    queryFn: () => body(api.GET("/api/signs/{code}", { params: { path: { code }, query: at(node) } })),
    refetchInterval: FRESH,
  });
}

export type Forecast = Shapes["ForecastOut"];

export function forecastQuery(code: string, node: string | undefined) {
  return queryOptions({
    queryKey: ["signs", "forecast", code, node],
    queryFn: () => body(api.GET("/api/signs/{code}/forecast", { params: { path: { code }, query: at(node) } })),
  });
}

export function forecastsQuery(node: string | undefined) {
  return queryOptions({
    queryKey: ["signs", "forecasts", node],
    queryFn: () => body(api.GET("/api/forecasts", { params: { query: at(node) } })),
  });
}

export function partsQuery(code: string, node: string | undefined) {
  return queryOptions({
    queryKey: ["signs", "parts", code, node],
    queryFn: () => body(api.GET("/api/signs/{code}/nodes", { params: { path: { code }, query: at(node) } })),
    refetchInterval: FRESH,
  });
}

export function rowsQuery(code: string, node: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["signs", "rows", code, node],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/api/signs/{code}/rows", {
          params: { path: { code }, query: { ...at(node), limit: 30, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function edited(code: string, change: SignEdit) {
  return body(api.PUT("/api/signs/{code}", { params: { path: { code } }, body: change }));
}
