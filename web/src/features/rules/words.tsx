import { lasting, type Condition } from "@/features/rules/model";
import { useWords, type Words } from "@/shared/i18n";
import { Tag } from "@/shared/parts/Tag";
import { SEVERITY_TONES } from "@/features/alarms/tones";

export function unitsOf(t: Words["t"]): { s: string; min: string; h: string; d: string } {
  return { s: t("rules.unit.s"), min: t("rules.unit.min"), h: t("rules.unit.h"), d: t("rules.unit.d") };
}

const present = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/** Of a level, the sign between value and bound. */
function sign({ kind, inclusive = true }: Condition): string | undefined {
  if (kind === "above") return inclusive ? "≥" : ">";
  if (kind === "below") return inclusive ? "≤" : "<";
  return undefined;
}

/** When it is raised. */
function raising(one: Condition, unit: string, { t, code }: Words): (string | false)[] {
  const long = lasting(one.for_s ?? 0, unitsOf(t));
  if (one.kind === "silent") return [t("rules.silentFor", { long })];
  const count = one.count ?? 1;
  return [`${sign(one) ?? code("condition_kind", one.kind)} ${String(one.bound ?? "—")}${unit}`, (one.for_s ?? 0) > 0 && t("rules.lasting", { long }), count > 1 && t("rules.inARow", { n: count })];
}

/** When it is over. */
function clearing(one: Condition, unit: string, { t }: Words): (string | false)[] {
  const after = one.clear_for_s ?? 0;
  return [present(one.clear) && t("rules.clearsAt", { value: `${String(one.clear)}${unit}` }), after > 0 && t("rules.clearsAfter", { long: lasting(after, unitsOf(t)) }), one.latch === true && t("rules.latched")];
}

/** A condition as a sentence: when it is raised and when it is over. */
export function sentence(one: Condition, unit: string, words: Words): string {
  const hours = typeof one.schedule === "string" && words.t("rules.during", { schedule: one.schedule });
  return [...raising(one, unit, words), ...clearing(one, unit, words), hours].filter((part) => part !== false).join(words.t("rules.comma"));
}

export function Conditions({ conditions, unit }: { conditions: readonly Condition[]; unit: string }) {
  const words = useWords();
  return (
    <>
      {conditions.map((one) => (
        <div key={one.code}>
          <Tag tone={SEVERITY_TONES[one.severity] ?? "stone"}>{words.code("severity", one.severity)}</Tag> {sentence(one, unit, words)}
        </div>
      ))}
    </>
  );
}

export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? "—" : `${String(Math.round(share * 1000) / 10)}%`;
}
