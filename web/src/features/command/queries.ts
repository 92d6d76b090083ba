import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body, done } from "@/shared/api/client";
import { listQuery } from "@/shared/api/lists";
import type { components } from "@/shared/api/schema";

type Shapes = components["schemas"];
export type Order = Shapes["InstructionOut"];
export type Swap = Shapes["SwapOut"];
export type SwapChoices = Shapes["SwapChoicesOut"];
export type Kept = Shapes["AttendanceRow"];
export type Track = Shapes["TrackOut"];
export type Warning = Shapes["WarningOut"];
export type LogKind = Shapes["LogEntryOut"]["kind"];

export const ORDER_STATES = ["given", "received", "done", "cancelled"] as const;
export const WARNING_STATES = ["issued", "lifted", "expired"] as const;
export const LEVELS = ["blue", "yellow", "orange", "red"] as const;
export const LOG_KINDS = ["call", "incident", "instruction", "report", "inspection", "other"] as const;

const often = { refetchInterval: 15_000 };
const whereUnit = (unit: string | undefined) => (unit === undefined ? {} : { unit });

export const ordersQuery = (state: (typeof ORDER_STATES)[number] | undefined, unit: string | undefined) => ({
  ...listQuery(["command", "orders", state ?? "", unit ?? ""], (cursor) =>
    body(api.GET("/api/command/orders", { params: { query: { ...whereUnit(unit), ...(state !== undefined && { state }), limit: 50, ...cursor } } })),
  ),
  ...often,
});

export const warningsQuery = (state: (typeof WARNING_STATES)[number] | undefined) => ({
  ...listQuery(["command", "warnings", state ?? ""], (cursor) => body(api.GET("/api/command/warnings", { params: { query: { ...(state !== undefined && { state }), limit: 50, ...cursor } } }))),
  ...often,
});

export const receiptsQuery = (id: string) =>
  queryOptions({
    queryKey: ["command", "receipts", id],
    queryFn: async () => ({ items: (await body(api.GET("/api/command/warnings/{warning_id}/receipts", { params: { path: { warning_id: id } } }))).items.map((item) => ({ ...item, id: item.organisation_id })) }),
    ...often,
  });

export interface LogSearch {
  unit: string | undefined;
  kind: LogKind | undefined;
  pending: boolean;
}

export const logQuery = ({ unit, kind, pending }: LogSearch) => ({
  ...listQuery(["command", "log", unit ?? "", kind ?? "", pending], (cursor) =>
    body(api.GET("/api/command/log", { params: { query: { ...whereUnit(unit), ...(kind !== undefined && { kind }), ...(pending && { pending }), limit: 50, ...cursor } } })),
  ),
  ...often,
});

export const handoversQuery = {
  ...listQuery(["command", "handovers"], (cursor) => body(api.GET("/api/command/handovers", { params: { query: { limit: 50, ...cursor } } }))),
  ...often,
};
export const handoverQuery = (id: string) =>
  queryOptions({ queryKey: ["command", "handover", id], queryFn: () => body(api.GET("/api/command/handovers/{handover_id}", { params: { path: { handover_id: id } } })) });

export const rostersQuery = (unit: string | undefined) =>
  listQuery(["command", "rosters", unit ?? ""], (cursor) => body(api.GET("/api/command/rosters", { params: { query: { ...whereUnit(unit), limit: 50, ...cursor } } })));
export const rosterQuery = (id: string) =>
  queryOptions({ queryKey: ["command", "roster", id], queryFn: () => body(api.GET("/api/command/rosters/{roster_id}", { params: { path: { roster_id: id } } })) });
export const problemsQuery = (id: string) =>
  queryOptions({ queryKey: ["command", "problems", id], queryFn: () => body(api.GET("/api/command/rosters/{roster_id}/problems", { params: { path: { roster_id: id } } })) });

export const attendanceQuery = (from: string, to: string, unit: string | undefined) =>
  listQuery(["command", "attendance", from, to, unit ?? ""], (cursor) => body(api.GET("/api/command/attendance", { params: { query: { from, to, ...whereUnit(unit), limit: 50, ...cursor } } })));

export const swapsQuery = queryOptions({ queryKey: ["command", "swaps"], queryFn: () => body(api.GET("/api/command/swaps")), ...often });
/** One's own shifts ahead, and whom one may ask. */
export const swapChoicesQuery = queryOptions({ queryKey: ["command", "swap-choices"], queryFn: () => body(api.GET("/api/command/swaps/choices")) });

export const onDutyQuery = (unit: string) =>
  queryOptions({ queryKey: ["on-duty", unit, "plain"], queryFn: () => body(api.GET("/api/on-duty", { params: { query: { unit } } })), enabled: unit !== "" });

const order = (id: string) => ({ path: { order_id: id } });
const warning = (id: string) => ({ path: { warning_id: id } });
const roster = (id: string) => ({ path: { roster_id: id } });
const handover = (id: string) => ({ path: { handover_id: id } });

export const commandChanges = {
  give: (asked: Shapes["InstructionAsk"]) => body(api.POST("/api/command/orders", { body: asked })),
  receive: (id: string) => body(api.POST("/api/command/orders/{order_id}/receive", { params: order(id) })),
  finish: (id: string, feedback: string) => body(api.POST("/api/command/orders/{order_id}/done", { params: order(id), body: { feedback } })),
  cancel: (id: string, reason: string) => body(api.POST("/api/command/orders/{order_id}/cancel", { params: order(id), body: { reason } })),
  expedite: (id: string, asked: Shapes["ExpediteAsk"]) => body(api.POST("/api/command/cases/{case_id}/expedite", { params: { path: { case_id: id } }, body: asked })),
  warn: (asked: Shapes["WarningAsk"]) => body(api.POST("/api/command/warnings", { body: asked })),
  lift: (id: string) => body(api.POST("/api/command/warnings/{warning_id}/lift", { params: warning(id) })),
  know: (id: string, unit: string) => done(api.POST("/api/command/warnings/{warning_id}/receive", { params: warning(id), body: { unit } })),
  write: (asked: Shapes["LogEntryAsk"]) => body(api.POST("/api/command/log", { body: asked })),
  settle: (id: string) => done(api.POST("/api/command/log/{entry_id}/settle", { params: { path: { entry_id: id } } })),
  caller: (id: string, reason: string) => body(api.POST("/api/command/log/{entry_id}/caller", { params: { path: { entry_id: id } }, body: { reason } })),
  offer: (asked: Shapes["HandoverAsk"]) => body(api.POST("/api/command/handovers", { body: asked })),
  take: (id: string) => body(api.POST("/api/command/handovers/{handover_id}/take", { params: handover(id) })),
  withdraw: (id: string) => done(api.POST("/api/command/handovers/{handover_id}/withdraw", { params: handover(id) })),
  draft: (asked: Shapes["RosterDraftAsk"]) => body(api.POST("/api/command/rosters", { body: asked })),
  replace: (id: string, csv: string, version: number) => body(api.POST("/api/command/rosters/{roster_id}/csv", { params: roster(id), body: { csv, version } })),
  publish: (id: string, version: number) => body(api.POST("/api/command/rosters/{roster_id}/publish", { params: roster(id), body: { accept: true, version } })),
  drop: (id: string) => done(api.POST("/api/command/rosters/{roster_id}/drop", { params: roster(id) })),
  askSwap: (asked: Shapes["SwapAsk"]) => body(api.POST("/api/command/swaps", { body: asked })),
  answerSwap: (id: string, verb: "agree" | "decline" | "withdraw") => body(api.POST("/api/command/swaps/{swap_id}/{verb}", { params: { path: { swap_id: id, verb } } })),
  track: (id: string, reason: string) => body(api.POST("/api/command/attendance/{attendance_id}/track", { params: { path: { attendance_id: id } }, body: { reason } })),
  signIn: () => body(api.POST("/api/command/sign-in", { body: {} })),
  signOut: () => body(api.POST("/api/command/sign-out", { body: {} })),
};

export function useCommandChange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => cache.invalidateQueries({ queryKey: ["command"] }),
  });
}
