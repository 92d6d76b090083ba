import { Button, Input, InputNumber, Select } from "antd";
import { ConditionFields } from "@/features/rules/ConditionFields";
import type { Condition, Rule } from "@/features/rules/model";
import styles from "@/features/rules/rules.module.css";
import { useWords } from "@/shared/i18n";

const CONTEXTS = ["drill", "test", "fire_nearby", "job_open", "rain_warning", "permit", "away", "maintenance"];

interface Props {
  rule: Rule;
  unit: string;
  schedules: readonly string[];
  /** How long a rule waits that does not say it, as its class has it. */
  lateness: number | undefined;
  onChange: (next: Rule) => void;
}

/** A rule as a form: its names, what it looks at beside the values, its conditions. */
export function RuleForm({ rule, unit, schedules, lateness, onChange }: Props) {
  const { t, code } = useWords();
  const put = (change: Partial<Rule>): void => onChange({ ...rule, ...change });
  const putCondition = (index: number, next: Condition | null): void => put({ conditions: rule.conditions.flatMap((one, at) => (at !== index ? [one] : next === null ? [] : [next])) });
  const contexts = CONTEXTS.map((value) => ({ value, label: code("alarm_context", value) }));
  const add = (): void => {
    const taken = new Set(rule.conditions.map((one) => one.code));
    const free = ["high", "low", "silent", "stuck", "c1", "c2", "c3", "c4"].find((one) => !taken.has(one)) ?? `c${String(rule.conditions.length + 1)}`;
    put({ conditions: [...rule.conditions, { code: free, kind: "above", severity: "yellow" }] });
  };
  return (
    <>
      {rule.conditions.map((one, index) => (
        <ConditionFields key={index} condition={one} unit={unit} schedules={schedules} onChange={(next) => putCondition(index, next)} onRemove={rule.conditions.length > 1 ? () => putCondition(index, null) : undefined} />
      ))}
      <Button size="small" disabled={rule.conditions.length >= 16} onClick={add}>
        {t("rules.addCondition")}
      </Button>
      <div className={styles.fields} style={{ marginTop: 14 }}>
        <label>
          {t("rules.nameZh")}
          <Input value={rule.name_zh ?? ""} maxLength={100} onChange={(event) => put({ name_zh: event.target.value })} />
        </label>
        <label>
          {t("rules.nameEn")}
          <Input value={rule.name_en ?? ""} maxLength={100} onChange={(event) => put({ name_en: event.target.value })} />
        </label>
        <label>
          {t("rules.lateness")}
          <InputNumber aria-label={t("rules.lateness")} min={0} style={{ width: "100%" }} suffix={t("rules.unit.s")} value={rule.lateness_s ?? null} placeholder={t("rules.latenessOfClass", { n: lateness ?? 0 })} onChange={(lateness_s) => put({ lateness_s })} />
        </label>
        <label>
          {t("rules.unless")}
          <Select mode="tags" aria-label={t("rules.unless")} value={rule.unless ?? []} onChange={(unless: string[]) => put({ unless })} options={contexts} />
        </label>
        <label>
          {t("rules.only")}
          <Select mode="tags" aria-label={t("rules.only")} value={rule.only ?? []} onChange={(only: string[]) => put({ only })} options={contexts} />
        </label>
      </div>
    </>
  );
}
