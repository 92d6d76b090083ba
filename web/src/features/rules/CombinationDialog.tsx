import { Form, Input, InputNumber, Select } from "antd";
import { combined, SEVERITIES, type Combination, type RuleSet } from "@/features/rules/model";
import { ruleChanges, useRuleChange } from "@/features/rules/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

interface Asked {
  code: string;
  across: Combination["across"];
  members: string[];
  at_least: number;
  within_s?: number | null;
  distance_m?: number | null;
  severity: Combination["severity"];
  note: string;
}

/** Makes a combination of conditions, or changes one that is in force. */
export function CombinationDialog({ all, one, onClose }: { all: RuleSet; one?: Combination; onClose: () => void }) {
  const { t, code, pick } = useWords();
  const change = useRuleChange();
  const required = [{ required: true, message: t("form.required") }];
  const parts = (all.rules ?? []).flatMap((rule) => rule.conditions.map((condition) => ({ value: `${rule.code}/${condition.code}`, label: `${pick(rule.name_zh ?? "", rule.name_en ?? "") || rule.code} · ${condition.code}` })));
  const send = ({ note, members, within_s, distance_m, ...asked }: Asked): Promise<unknown> => {
    const made: Combination = {
      ...asked,
      members: members.map((key) => ({ rule: key.slice(0, key.indexOf("/")), condition: key.slice(key.indexOf("/") + 1) })),
      within_s: within_s ?? null,
      distance_m: asked.across === "neighbours" ? (distance_m ?? null) : null,
    };
    return change.mutateAsync(() => ruleChanges.publish({ rules: combined(all, made), note: note.trim() }));
  };
  const initial: Partial<Asked> = one === undefined ? { across: "address", at_least: 2, severity: "red", note: "" } : { ...one, members: one.members.map((part) => `${part.rule}/${part.condition}`), at_least: one.at_least ?? 2, note: "" };
  return (
    <AskDialog<Asked> title={t(one === undefined ? "combos.new" : "combos.edit")} ok={t("rules.publish")} width={560} initial={initial} send={send} onClose={onClose}>
      <Form.Item name="code" label={t("combos.code")} rules={[...required, { pattern: /^[A-Za-z0-9_.-]{1,64}$/, message: t("fences.codeRule") }]}>
        <Input disabled={one !== undefined} />
      </Form.Item>
      <Form.Item name="members" label={t("combos.members")} rules={required}>
        <Select mode="multiple" showSearch={{ optionFilterProp: "label" }} options={parts} />
      </Form.Item>
      <Form.Item name="across" label={t("combos.across")}>
        <Select options={(["device", "address", "neighbours"] as const).map((value) => ({ value, label: code("combination_across", value) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Asked, after: Asked) => before.across !== after.across}>
        {({ getFieldValue }) =>
          getFieldValue("across") === "neighbours" && (
            <Form.Item name="distance_m" label={t("combos.distance")} rules={required}>
              <InputNumber min={1} max={100_000} style={{ width: "100%" }} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="at_least" label={t("combos.atLeast")} rules={required}>
        <InputNumber min={1} max={10_000} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="within_s" label={t("combos.within")}>
        <InputNumber min={0} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="severity" label={t("alarms.severity")}>
        <Select options={SEVERITIES.map((value) => ({ value, label: code("severity", value) }))} />
      </Form.Item>
      <Form.Item name="note" label={t("rules.why")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}
