import { queryOptions } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { ImportReport } from "@/features/devices/importing";
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

export type Stranger = components["schemas"]["yiwang__sensing__devices__routes__StrangerOut"];
export type DeviceAsk = components["schemas"]["DeviceAsk"];
export type Offered = Pick<components["schemas"]["StreamAsk"], "key_id" | "name" | "way" | "address"> & Partial<components["schemas"]["StreamAsk"]>;

export interface DueSearch {
  class_code?: string;
  jurisdiction_id?: string;
  until?: string;
}

export const OUTCOMES = ["in_order", "repaired", "fault", "missing"] as const;
export type Outcome = (typeof OUTCOMES)[number];

const of = (id: string) => ({ path: { device_id: id } });

export const dueQuery = (search: DueSearch) =>
  listQuery(["inspections", "due", search], (cursor) => body(api.GET("/api/inspections/due", { params: { query: { ...search, limit: 50, ...cursor } } })));

export const inspectionsQuery = (id: string) =>
  queryOptions({ queryKey: ["inspections", id], queryFn: () => body(api.GET("/api/devices/{device_id}/inspections", { params: { ...of(id), query: { limit: 20 } } })) });

export const plansQuery = queryOptions({ queryKey: ["inspections", "plans"], queryFn: () => body(api.GET("/api/inspections/plans")) });

export const setPlan = (plan: components["schemas"]["PlanIO"]) => done(api.PUT("/api/inspections/plans", { body: plan }));

export const inspect = (id: string, found: components["schemas"]["InspectionAsk"]) => body(api.POST("/api/devices/{device_id}/inspections", { params: of(id), body: found }));

export const setState = (id: string, state: components["schemas"]["DeviceStateAsk"]["state"]) => done(api.POST("/api/devices/{device_id}/state", { params: of(id), body: { state } }));

export const changeDevice = (id: string, asked: DeviceAsk) => body(api.PUT("/api/devices/{device_id}", { params: of(id), body: asked }));

export const strangersQuery = (state: "waiting" | "adopted" | "refused") =>
  listQuery(["strangers", state], (cursor) => body(api.GET("/api/devices/strangers", { params: { query: { state, limit: 50, ...cursor } } })));

export const adoptStranger = ({ source, external_id }: Stranger, device: Omit<DeviceAsk, "datum" | "floor" | "maker" | "model" | "serial" | "contract" | "keys">) =>
  body(api.POST("/api/devices/strangers/adopt", { body: { source, external_id, device: device } }));

export const refuseStranger = ({ source, external_id }: Stranger) => done(api.POST("/api/devices/strangers/refuse", { body: { source, external_id } }));

export const streamsQuery = queryOptions({ queryKey: ["reading-streams"], queryFn: () => body(api.GET("/api/reading-streams")), refetchInterval: 15_000 });

export const offerStream = (asked: Offered) => body(api.POST("/api/reading-streams", { body: asked }));

const share = (id: string) => ({ params: { path: { share_id: id } } });

export const streamChanges = {
  pause: (id: string) => done(api.POST("/api/reading-streams/{share_id}/pause", share(id))),
  resume: (id: string) => done(api.POST("/api/reading-streams/{share_id}/resume", share(id))),
  end: (id: string) => done(api.DELETE("/api/reading-streams/{share_id}", share(id))),
};

/** The alarms of a device, the latest first. */
export const alarmsOfQuery = (id: string) =>
  queryOptions({ queryKey: ["alarms", "of", id], queryFn: () => body(api.GET("/api/alarms", { params: { query: { device_id: id, limit: 20 } } })) });

/** Sends a file of devices as it is; a dry run writes nothing. */
export function takeIn(file: File, dry_run: boolean): Promise<ImportReport> {
  return body(
    api.POST("/api/devices/import", {
      params: { query: { dry_run } },
      headers: { "Content-Type": "application/octet-stream" },
      // The type of a binary body is not known to the schema; the file itself is what is sent.
      ...{ body: file },
      bodySerializer: (whole: unknown) => whole as File,
    } as never),
  );
}
