import type { AccountSearch } from "@/features/access/accounts";
import { GROUPS, type EvaluationSearch } from "@/features/evaluation/figures";

/** Where to go after signing in; only paths of the desk itself, never another host. */
export function readReturn(raw: Record<string, unknown>): { to?: string; refused?: string; step?: "second" } {
  return { ...(typeof raw.to === "string" && /^\/(?![/\\])/.test(raw.to) && { to: raw.to }), ...readBack(raw) };
}

const REASON = /^[a-z_]{1,30}$/;

/** What a provider's sign-in sends back with: why it was refused, or that a second factor is owed. */
function readBack(raw: Record<string, unknown>): { refused?: string; step?: "second" } {
  const refused = typeof raw.refused === "string" && REASON.test(raw.refused) ? { refused: raw.refused } : {};
  return { ...refused, ...(raw.step === "second" && { step: "second" as const }) };
}

export function readAccounts(raw: Record<string, unknown>): AccountSearch {
  const state = (["active", "disabled"] as const).find((name) => name === raw.state);
  return {
    ...(typeof raw.q === "string" && raw.q !== "" && { q: raw.q }),
    ...(typeof raw.role === "string" && REASON.test(raw.role) && { role: raw.role }),
    ...(state && { state }),
  };
}

function date(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function readEvaluation(raw: Record<string, unknown>): EvaluationSearch {
  const group = GROUPS.find((name) => name === raw.group);
  const [from, to] = [date(raw.from), date(raw.to)];
  return { ...(group && { group }), ...(from && { from }), ...(to && { to }) };
}

/** The part of a page that the address names. */
export function readTab(raw: Record<string, unknown>): { tab?: string } {
  return typeof raw.tab === "string" && REASON.test(raw.tab) ? { tab: raw.tab } : {};
}

/** What a new rule watches: "GAS/gas". */
export function readFresh(raw: Record<string, unknown>): { fresh?: string } {
  return typeof raw.fresh === "string" && /^[A-Za-z0-9_.-]{1,64}\/[A-Za-z0-9_.-]{1,64}$/.test(raw.fresh) ? { fresh: raw.fresh } : {};
}

export function readWords(raw: Record<string, unknown>): { q?: string } {
  const q = typeof raw.q === "number" ? String(raw.q) : raw.q;
  return typeof q === "string" && q.trim() !== "" ? { q: q.trim() } : {};
}
