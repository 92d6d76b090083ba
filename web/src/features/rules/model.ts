/** Rules of alarms as the page edits them: which values a kind of condition has, what differs, what is sent. */

import type { components } from "@/shared/api/schema";

export type Rule = components["schemas"]["Rule"];
export type Condition = components["schemas"]["Condition"];
export type Override = components["schemas"]["Override"];
export type RuleSet = components["schemas"]["RuleSet"];
export type Combination = components["schemas"]["Combination"];
export type Kind = Condition["kind"];

export const KINDS = ["above", "below", "rise", "fall", "change", "unusual", "unusually_high", "unusually_low", "stuck", "silent"] as const satisfies readonly Kind[];
export const SEVERITIES = ["red", "orange", "yellow", "blue"] as const;

/** The numbers a condition may carry, in the order in which they are asked for. */
export const NUMBERS = ["bound", "clear", "floor", "for_s", "count", "clear_for_s", "clear_count", "gap_s", "warm"] as const;
export const SWITCHES = ["inclusive", "latch", "seasonal"] as const;
export type Field = (typeof NUMBERS)[number] | (typeof SWITCHES)[number] | "schedule";

const COMMON: readonly Field[] = ["bound", "clear", "for_s", "count", "clear_for_s", "clear_count", "gap_s", "inclusive", "latch", "schedule"];
const UNUSUAL: readonly Field[] = [...COMMON, "floor", "warm", "seasonal"];

/** Which values a kind has; the server refuses the others. */
export function fieldsOf(kind: Kind): readonly Field[] {
  if (kind === "silent") return ["for_s", "latch"];
  if (kind === "stuck") return ["bound", "for_s", "count", "clear_count", "clear_for_s", "gap_s", "latch", "schedule"];
  return kind.startsWith("unusual") ? UNUSUAL : COMMON;
}

/** What is usual and need not be said. */
const USUAL: Partial<Record<string, unknown>> = { inclusive: true, clear_inclusive: false, warm: 30, seasonal: false, count: 1, for_s: 0, clear_count: 1, clear_for_s: 0, latch: false };

function said(name: string, value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== USUAL[name];
}

/** A condition without what its kind does not have and what is usual. */
export function cleaned(condition: Condition): Condition {
  const allowed = new Set<string>(["code", "kind", "severity", "clear_inclusive", ...fieldsOf(condition.kind)]);
  const kept = Object.entries(condition).filter(([name, value]) => allowed.has(name) && said(name, value));
  return { ...Object.fromEntries(kept), code: condition.code, kind: condition.kind, severity: condition.severity };
}

export interface Difference {
  /** A condition's code; empty for the rule itself. */
  where: string;
  field: string;
  before: unknown;
  after: unknown;
}

const OWN = ["name_zh", "name_en", "lateness_s", "accept", "memory", "season_memory", "unless", "only"] as const;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What changed from one version of a rule to the next, condition by condition. */
export function differences(before: Rule, after: Rule): Difference[] {
  const found: Difference[] = OWN.filter((field) => !same(before[field], after[field])).map((field) => ({ where: "", field, before: before[field], after: after[field] }));
  const old = new Map(before.conditions.map((one) => [one.code, cleaned(one)]));
  const now = new Map(after.conditions.map((one) => [one.code, cleaned(one)]));
  for (const code of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(code), now.get(code)];
    if (was === undefined || is === undefined) {
      found.push({ where: code, field: "condition", before: was?.kind, after: is?.kind });
      continue;
    }
    const [a, b] = [new Map<string, unknown>(Object.entries(was)), new Map<string, unknown>(Object.entries(is))];
    for (const field of new Set([...a.keys(), ...b.keys()])) if (!same(a.get(field), b.get(field))) found.push({ where: code, field, before: a.get(field), after: b.get(field) });
  }
  return found;
}

/** A rule with all it refers to: a set that stands by itself. */
export function standing(all: RuleSet, rule: Rule, overrides: readonly Override[] = (all.overrides ?? []).filter((one) => one.rule === rule.code)): RuleSet {
  const named = new Set(rule.conditions.map((one) => one.code));
  return {
    schedules: all.schedules ?? [],
    rules: [{ ...rule, conditions: rule.conditions.map(cleaned) }],
    overrides: overrides.filter((one) => named.has(one.condition)),
    fences: (all.fences ?? []).filter((one) => one.device_class === rule.device_class && one.metric === rule.metric),
  };
}

/** A combination with the rules it is made of: a set that stands by itself and changes nothing else. */
export function combined(all: RuleSet, one: Combination): RuleSet {
  const named = new Set(one.members.map((part) => part.rule));
  return { schedules: all.schedules ?? [], rules: (all.rules ?? []).filter((rule) => named.has(rule.code)), combinations: [one] };
}

/** How long, in the largest unit that divides it. */
export function lasting(seconds: number, units: { s: string; min: string; h: string; d: string }): string {
  if (seconds % 86_400 === 0) return `${String(seconds / 86_400)}${units.d}`;
  if (seconds % 3600 === 0) return `${String(seconds / 3600)}${units.h}`;
  return seconds % 60 === 0 ? `${String(seconds / 60)}${units.min}` : `${String(seconds)}${units.s}`;
}
