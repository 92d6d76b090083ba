import { queryOptions } from "@tanstack/react-query";
import { api, body } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";

export const STATUSES = ["online", "offline", "fault", "maintenance", "retired"] as const;

export interface DeviceSearch {
  words?: string;
  class_code?: string;
  status?: (typeof STATUSES)[number];
}

export const devicesQuery = (search: DeviceSearch) =>
  listQuery(["devices", "list", search], (cursor) => body(api.GET("/api/devices", { params: { query: { ...search, limit: 50, ...cursor } } })));

export const deviceQuery = (id: string) => queryOptions({ queryKey: ["devices", id], queryFn: () => body(api.GET("/api/devices/{device_id}", { params: { path: { device_id: id } } })), refetchInterval: 30_000 });

export const classesQuery = queryOptions({ queryKey: ["device-classes"], queryFn: () => body(api.GET("/api/device-classes")), staleTime: 10 * 60_000 });

export const figuresQuery = queryOptions({ queryKey: ["devices", "figures"], queryFn: () => body(api.GET("/api/devices/figures", { params: { query: { by: "class" } } })), refetchInterval: 60_000 });

export const SPANS = { day: 1, week: 7, month: 30 } as const;
export type Span = keyof typeof SPANS;

/** A chart of one series over a stretch that ends at `until`. */
export const chartQuery = (id: string, metric: string, since: string, until: string) =>
  queryOptions({
    queryKey: ["devices", id, "chart", metric, since, until],
    queryFn: () => body(api.GET("/api/devices/{device_id}/chart", { params: { path: { device_id: id }, query: { metric, since, until, points: 400 } } })),
    staleTime: 60_000,
  });
