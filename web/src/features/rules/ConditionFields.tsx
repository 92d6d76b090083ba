import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import { fieldsOf, KINDS, NUMBERS, SEVERITIES, SWITCHES, type Condition, type Field, type Kind } from "@/features/rules/model";
import styles from "@/features/rules/rules.module.css";
import { useWords } from "@/shared/i18n";
import type { Word } from "@/shared/i18n/words";

const LABELS: Record<Field, Word> = {
  bound: "rules.bound",
  clear: "rules.clear",
  floor: "rules.floor",
  for_s: "rules.forS",
  count: "rules.countOf",
  clear_for_s: "rules.clearForS",
  clear_count: "rules.clearCount",
  gap_s: "rules.gapS",
  warm: "rules.warm",
  inclusive: "rules.inclusive",
  latch: "rules.latch",
  seasonal: "rules.seasonal",
  schedule: "rules.schedule",
};
const SECONDS = new Set<Field>(["for_s", "clear_for_s", "gap_s"]);

interface Props {
  condition: Condition;
  unit: string;
  schedules: readonly string[];
  onChange: (next: Condition) => void;
  onRemove: (() => void) | undefined;
}

/** One condition as a form: its kind decides which values it has. */
export function ConditionFields({ condition, unit, schedules, onChange, onRemove }: Props) {
  const { t, code } = useWords();
  const has = fieldsOf(condition.kind);
  const put = (change: Partial<Condition>): void => onChange({ ...condition, ...change });
  const ends = (field: Field): string => (SECONDS.has(field) ? t("rules.unit.s") : field === "bound" || field === "clear" || field === "floor" ? unit : "");
  return (
    <fieldset className={styles.condition}>
      <legend className="sr-only">{condition.code}</legend>
      <div className={styles.fields}>
        <label>
          {t("rules.code")}
          <Input value={condition.code} maxLength={64} onChange={(event) => put({ code: event.target.value.trim() })} />
        </label>
        <label>
          {t("rules.kind")}
          <Select<Kind> aria-label={t("rules.kind")} value={condition.kind} onChange={(kind) => put({ kind })} options={KINDS.map((value) => ({ value, label: code("condition_kind", value) }))} />
        </label>
        <label>
          {t("alarms.severity")}
          <Select<Condition["severity"]> aria-label={t("alarms.severity")} value={condition.severity} onChange={(severity) => put({ severity })} options={SEVERITIES.map((value) => ({ value, label: code("severity", value) }))} />
        </label>
        {NUMBERS.filter((field) => has.includes(field)).map((field) => (
          <label key={field}>
            {t(LABELS[field])}
            <InputNumber aria-label={t(LABELS[field])} style={{ width: "100%" }} suffix={ends(field)} value={condition[field] ?? null} onChange={(value) => put({ [field]: value ?? undefined })} />
          </label>
        ))}
        {has.includes("schedule") && (
          <label>
            {t(LABELS.schedule)}
            <Select allowClear aria-label={t(LABELS.schedule)} placeholder={t("rules.always")} value={condition.schedule ?? undefined} onChange={(schedule: string | undefined) => put({ schedule: schedule ?? null })} options={schedules.map((value) => ({ value, label: value }))} />
          </label>
        )}
      </div>
      <div className={styles.switches}>
        {SWITCHES.filter((field) => has.includes(field)).map((field) => (
          <Checkbox key={field} checked={condition[field] ?? field === "inclusive"} onChange={(event) => put({ [field]: event.target.checked })}>
            {t(LABELS[field])}
          </Checkbox>
        ))}
        {onRemove !== undefined && (
          <Button size="small" danger onClick={onRemove}>
            {t("rules.removeCondition")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
