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

/** Seconds between two looks: the same second as the desk, as far as an eye can tell. */
const EVERY = 2;

export const wallQuery = queryOptions({
  queryKey: ["wall"],
  queryFn: () => body(api.GET("/api/wall")),
  refetchInterval: EVERY * 1000,
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
