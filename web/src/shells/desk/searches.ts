import { GROUPS, type EvaluationSearch } from "@/features/evaluation/figures";

/** Where to go after signing in; only paths of the desk itself, never another host. */
export function readReturn(raw: Record<string, unknown>): { to?: string } {
  return typeof raw.to === "string" && /^\/(?![/\\])/.test(raw.to) ? { to: raw.to } : {};
}

function date(value: unknown): string | undefined {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function readEvaluation(raw: Record<string, unknown>): EvaluationSearch {
  const group = GROUPS.find((name) => name === raw.group);
  const [from, to] = [date(raw.from), date(raw.to)];
  return { ...(group && { group }), ...(from && { from }), ...(to && { to }) };
}
