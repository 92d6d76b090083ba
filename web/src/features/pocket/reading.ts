/** Reads from the platform what the phone keeps: tasks with all of each, the own duty, messages, figures. */
import type { Kept } from "@/features/pocket/kept";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import type { components } from "@/shared/api/schema";
import type { Case, CaseRow, Figures, Notice, Session } from "@/shared/api/types";
import { day, dayEnd, dayStart } from "@/shared/time/format";

export type OwnDuty = components["schemas"]["OwnDutyOut"];
export type Order = components["schemas"]["InstructionOut"];

export interface Copy {
  tasks: CaseRow[];
  details: Record<string, Case>;
  duty: OwnDuty | null;
  notices: Notice[];
  /** Orders and expedites 督办 that are not done yet; a copy of an older version has none. */
  orders?: Order[];
  own: Figures | null;
  /** Whether the data is made up, which every page says. */
  demo: boolean;
  readAt: string;
}

const TABS = [
  { tab: "to_receive", permission: "cases.receive" },
  { tab: "handling", permission: "cases.handle" },
  { tab: "to_check", permission: "cases.check" },
] as const;
const MOST = 50;
const DETAILS = 30;
const IMAGES = "image:";

async function tasks(session: Session): Promise<CaseRow[]> {
  const tabs = TABS.filter((one) => session.permissions.includes(one.permission));
  const pages = await Promise.all(
    tabs.map(({ tab }) => body(api.GET("/api/cases", { params: { query: { tab, sort: "due_at", limit: MOST } } }))),
  );
  return pages.flatMap((page) => page.items);
}

async function detailsOf(rows: readonly CaseRow[], known: Record<string, Case>): Promise<Record<string, Case>> {
  const found: Record<string, Case> = {};
  for (const row of rows.slice(0, DETAILS)) {
    const kept = known[row.id];
    found[row.id] =
      kept?.version === row.version ? kept : await body(api.GET("/api/cases/{case_id}", { params: { path: { case_id: row.id } } }));
  }
  return found;
}

/** Null where the account may not ask, so that one missing right does not empty the phone. */
async function ifAllowed<Value>(read: Promise<Value>): Promise<Value | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 401) return null;
    throw error;
  }
}

/** The photos from before, so that they can be looked at and laid over the next without a network. */
async function keepImages(kept: Kept, details: Record<string, Case>): Promise<void> {
  const wanted = Object.values(details).flatMap((one) => one.photos.filter((photo) => photo.taken === "before").slice(0, 3));
  for (const photo of wanted) {
    const key = `${IMAGES}${photo.id}`;
    if ((await kept.read(key)) !== undefined) continue;
    const answer = await fetch(photo.url, { credentials: "same-origin" }).catch(() => null);
    if (answer?.ok === true) await kept.write({ [key]: await answer.arrayBuffer() });
  }
  await kept.prune([IMAGES], new Set(wanted.map((photo) => `${IMAGES}${photo.id}`)));
}

/** What was ordered and is not done, the most pressing first. */
async function openOrders(): Promise<Order[]> {
  const asked = (["given", "received"] as const).map((state) => body(api.GET("/api/command/orders", { params: { query: { state, limit: 20 } } })));
  const pages = await Promise.all(asked);
  return pages.flatMap((page) => page.items).toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || a.given_at.localeCompare(b.given_at));
}

function thisMonth(): { from: string; to: string } {
  const today = day(new Date().toISOString());
  return { from: dayStart(`${today.slice(0, 8)}01`), to: dayEnd(today) };
}

/** Reads everything the phone shows; figures only once an hour. */
export async function readAll(kept: Kept, session: Session, known: Copy | null): Promise<Copy> {
  const may = (permission: string): boolean => session.permissions.includes(permission);
  const rows = await tasks(session);
  const details = await detailsOf(rows, known?.details ?? {});
  await keepImages(kept, details);
  const old = known?.own ?? null;
  const stale = old === null || Date.now() - new Date(old.as_of).getTime() > 3_600_000;
  const [platform, duty, notices, orders, own] = await Promise.all([
    body(api.GET("/api/platform")),
    may("duty.attend") ? ifAllowed(body(api.GET("/api/command/attendance/mine"))) : null,
    may("notices.read") ? ifAllowed(body(api.GET("/api/notices"))) : null,
    may("orders.answer") ? ifAllowed(openOrders()) : null,
    may("evaluation.own") && stale ? ifAllowed(body(api.GET("/api/evaluation/own", { params: { query: thisMonth() } }))) : old,
  ]);
  return { tasks: rows, details, duty, notices: notices?.items ?? [], orders: orders ?? [], own, demo: platform.demo, readAt: new Date().toISOString() };
}
