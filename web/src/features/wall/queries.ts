import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { FigureRow } from "@/shared/api/types";

type Shapes = components["schemas"];
export type WallState = Shapes["WallOut"];
export type WallCase = Shapes["WallCase"];
export type WallLine = Shapes["WallLine"];
/** The client reads a pair as a list; see FigureRow. */
export type WallFigures = Omit<Shapes["WallFigures"], "rows" | "total"> & { rows: FigureRow[]; total: FigureRow };

/** Milliseconds between two looks beside the stream, by which time itself is seen; and without it. */
export const BESIDE = 5_000;
export const ALONE = 2_000;

let heard = "";

/** Remembers up to where the stream has told: an answer that does not hold that is none. */
export function hear(id: string): void {
  heard = id;
}

export const wallQuery = queryOptions({
  queryKey: ["wall", "state"],
  queryFn: () => body(api.GET("/api/wall", { params: { query: heard === "" ? {} : { after: heard } } })),
  refetchIntervalInBackground: true,
});

export const figuresQuery = queryOptions({
  queryKey: ["wall", "figures"],
  queryFn: () => body(api.GET("/api/wall/figures")),
  refetchInterval: 30_000,
  refetchIntervalInBackground: true,
});

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ["wall", "case", id],
    queryFn: () => body(api.GET("/api/wall/cases/{case_id}", { params: { path: { case_id: id } } })),
    refetchInterval: 5_000,
  });
}
