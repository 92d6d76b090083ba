import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Checkbox, Form, InputNumber, Popconfirm, Select } from "antd";
import { useState } from "react";
import { areasQuery } from "@/features/access/accounts";
import { useMay } from "@/features/access/session";
import { deviceQuery } from "@/features/devices/queries";
import { api, body } from "@/shared/api/client";
import { standing, type Override, type Rule, type RuleSet } from "@/features/rules/model";
import { ruleChanges, useRuleChange } from "@/features/rules/queries";
import styles from "@/features/rules/rules.module.css";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Card } from "@/shared/parts/Card";
import { explain } from "@/shared/parts/States";

const keyOf = (one: Override): string => `${one.rule}/${one.condition}@${one.jurisdiction ?? one.device ?? ""}`;

/** Where a rule holds with other values, or not at all. */
export function OverrideCard({ rule, all, unit }: { rule: Rule; all: RuleSet; unit: string }) {
  const { t } = useWords();
  const manages = useMay("alarms.manage");
  const change = useRuleChange();
  const [adding, setAdding] = useState(false);
  const mine = (all.overrides ?? []).filter((one) => one.rule === rule.code);
  return (
    <Card title={t("rules.overrides")} aside={manages && <Button size="small" onClick={() => setAdding(true)}>{t("rules.addOverride")}</Button>}>
      {mine.length === 0 && <p className={styles.faint}>{t("rules.noOverrides")}</p>}
      {mine.length > 0 && (
        <table className={styles.plain}>
          <tbody>
            {mine.map((one) => (
              <tr key={keyOf(one)}>
                <td><Where one={one} /></td>
                <td>{one.condition}</td>
                <td>{one.off === true ? t("rules.off") : <Values values={one.values ?? {}} unit={unit} />}</td>
                <td className={styles.n}>
                  {manages && (
                    <Popconfirm title={t("rules.endOverride")} okText={t("rules.end")} cancelText={t("form.cancel")} onConfirm={() => change.mutate(() => ruleChanges.end("overrides", keyOf(one)))}>
                      <Button size="small" danger>{t("rules.end")}</Button>
                    </Popconfirm>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      {adding && <OverrideDialog rule={rule} all={all} unit={unit} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Values({ values, unit }: { values: Record<string, string | number | boolean>; unit: string }) {
  const { code } = useWords();
  return <>{Object.entries(values).map(([name, value]) => `${code("rule_field", name)} ${String(value)}${name === "bound" || name === "clear" ? unit : ""}`).join("，")}</>;
}

function Where({ one }: { one: Override }) {
  const areas = useQuery(areasQuery).data?.items ?? [];
  const device = useQuery({ ...deviceQuery(one.device ?? ""), enabled: one.device !== null && one.device !== undefined });
  if (one.device === null || one.device === undefined) return <>{areas.find((area) => area.id === one.jurisdiction)?.name ?? one.jurisdiction}</>;
  return <Link to="/devices/$deviceId" params={{ deviceId: one.device }}>{device.data === undefined ? one.device.slice(0, 8) : device.data.name || device.data.code}</Link>;
}

interface Asked {
  condition: string;
  where: "jurisdiction" | "device";
  place: string;
  off?: boolean;
  bound?: number | null;
  clear?: number | null;
  for_s?: number | null;
}

function OverrideDialog({ rule, all, unit, onClose }: { rule: Rule; all: RuleSet; unit: string; onClose: () => void }) {
  const { t } = useWords();
  const change = useRuleChange();
  const [words, setWords] = useState("");
  const areas = useQuery(areasQuery).data?.items ?? [];
  const devices = useQuery({
    queryKey: ["devices", "sought", rule.device_class, words],
    queryFn: () => body(api.GET("/api/devices", { params: { query: { class_code: rule.device_class, limit: 20, ...(words !== "" && { words }) } } })),
  });
  const required = [{ required: true, message: t("form.required") }];
  const send = ({ condition, where, place, off, bound, clear, for_s }: Asked): Promise<unknown> => {
    const values = Object.fromEntries(Object.entries({ bound, clear, for_s }).flatMap(([name, value]) => (typeof value === "number" ? [[name, value]] : [])));
    const one: Override = { rule: rule.code, condition, [where]: place, ...(off === true ? { off: true } : { values }) };
    const kept = (all.overrides ?? []).filter((each) => each.rule === rule.code && keyOf(each) !== keyOf(one));
    return change.mutateAsync(() => ruleChanges.publish({ rules: standing(all, rule, [...kept, one]), note: t("rules.overrides") }));
  };
  return (
    <AskDialog<Asked> title={t("rules.addOverride")} ok={t("rules.publish")} initial={{ where: "jurisdiction", condition: rule.conditions[0]?.code ?? "" }} send={send} onClose={onClose}>
      <Form.Item name="condition" label={t("rules.conditions")} rules={required}>
        <Select options={rule.conditions.map((one) => ({ value: one.code, label: one.code }))} />
      </Form.Item>
      <Form.Item name="where" label={t("rules.where")}>
        <Select options={[{ value: "jurisdiction", label: t("rules.inPlace") }, { value: "device", label: t("rules.ofDevice") }]} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("where") === "device" ? (
            <Form.Item key="device" name="place" label={t("devices.one")} rules={required}>
              <Select showSearch={{ filterOption: false, onSearch: setWords }} options={(devices.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name || one.code}（${one.code}）` }))} />
            </Form.Item>
          ) : (
            <Form.Item key="area" name="place" label={t("rules.place")} rules={required}>
              <Select showSearch={{ optionFilterProp: "label" }} options={areas.map((one) => ({ value: one.id, label: one.name }))} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="off" valuePropName="checked">
        <Checkbox>{t("rules.off")}</Checkbox>
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("off") !== true && (
            <>
              <Form.Item name="bound" label={t("rules.bound")}><InputNumber style={{ width: "100%" }} suffix={unit} /></Form.Item>
              <Form.Item name="clear" label={t("rules.clear")}><InputNumber style={{ width: "100%" }} suffix={unit} /></Form.Item>
              <Form.Item name="for_s" label={t("rules.forS")}><InputNumber min={0} style={{ width: "100%" }} suffix={t("rules.unit.s")} /></Form.Item>
            </>
          )
        }
      </Form.Item>
    </AskDialog>
  );
}
