import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { classesQuery } from "@/features/devices/queries";
import type { Rule } from "@/features/rules/model";
import { precisionQuery, rulesQuery, versionsQuery, type Precision } from "@/features/rules/queries";
import { RuleDialog } from "@/features/rules/RuleDialog";
import own from "@/features/rules/rules.module.css";
import { Conditions, percent } from "@/features/rules/words";
import { useWords } from "@/shared/i18n";
import { Listing } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

interface Row extends Rule {
  id: string;
  class_name: string;
  metric_name: string;
  unit: string;
  since: string | undefined;
  /** When a further version comes into force. */
  next: string | undefined;
  overrides: number;
  right: Precision | undefined;
}

/** The verdicts of all conditions of a rule together. */
function together(rule: Rule, known: ReadonlyMap<string, Precision> | undefined): Precision | undefined {
  const found = rule.conditions.flatMap((one) => known?.get(`${rule.code}/${one.code}`) ?? []);
  if (found.length === 0) return undefined;
  const sum = (name: "n_true" | "n_false" | "n_test" | "n_fault" | "counted"): number => found.reduce((all, one) => all + one[name], 0);
  const counted = sum("counted");
  return { key: rule.code, n_true: sum("n_true"), n_false: sum("n_false"), n_test: sum("n_test"), n_fault: sum("n_fault"), counted, precision: counted === 0 ? null : sum("n_true") / counted };
}

/** What a class or a metric is called in the language of the moment. */
function named(one: { name: string; name_en?: string } | undefined, pick: (zh: string, en: string) => string): string | undefined {
  return one === undefined ? undefined : pick(one.name, one.name_en ?? "") || one.name;
}

function useRows(): { rows: Row[] | undefined; error: unknown; retry: () => void } {
  const { pick } = useWords();
  const now = useNow();
  const rules = useQuery(rulesQuery);
  const versions = useQuery(versionsQuery());
  const classes = useQuery(classesQuery);
  const precision = useQuery(precisionQuery);
  const rows = rules.data?.rules?.map((rule): Row => {
    const device = classes.data?.items.find((one) => one.code === rule.device_class);
    const metric = device?.metrics.find((one) => one.code === rule.metric);
    const mine = versions.data?.items.filter((one) => one.code === rule.code) ?? [];
    return {
      ...rule,
      id: rule.code,
      class_name: named(device, pick) ?? rule.device_class,
      metric_name: named(metric, pick) ?? rule.metric,
      unit: metric?.unit ?? "",
      since: mine.find((one) => new Date(one.valid_from) <= now)?.valid_from,
      next: mine.find((one) => new Date(one.valid_from) > now)?.valid_from,
      overrides: rules.data.overrides?.filter((one) => one.rule === rule.code).length ?? 0,
      right: together(rule, precision.data),
    };
  });
  return { rows, error: rules.error, retry: () => void rules.refetch() };
}

/** The rules in force by class of device, with what is overridden and how right they were. */
export function RuleList() {
  const { t, pick } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const manages = useMay("alarms.manage");
  const [words, setWords] = useState("");
  const [device, setDevice] = useState<string>();
  const [poor, setPoor] = useState(false);
  const [making, setMaking] = useState(false);
  const { rows, error, retry } = useRows();
  const sought = words.trim().toLowerCase();
  const shown = rows
    ?.filter((row) => device === undefined || row.device_class === device)
    .filter((row) => !poor || (row.right?.precision ?? 1) < 0.5)
    .filter((row) => `${row.code} ${row.name_zh ?? ""} ${row.name_en ?? ""} ${row.class_name} ${row.metric_name}`.toLowerCase().includes(sought))
    .toSorted((one, other) => one.class_name.localeCompare(other.class_name) || one.code.localeCompare(other.code));
  const kinds = new Map((rows ?? []).map((row) => [row.device_class, row.class_name]));
  return (
    <>
      <Tools
        end={
          manages && (
            <>
              <Button href="/api/alarm-rules/export" download="alarm-rules.toml">
                {t("rules.export")}
              </Button>
              <Button type="primary" onClick={() => setMaking(true)}>
                {t("rules.new")}
              </Button>
            </>
          )
        }
      >
        <Input.Search allowClear aria-label={t("rules.search")} placeholder={t("rules.search")} onChange={(event) => setWords(event.target.value)} style={{ width: 220 }} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("devices.class")}
          placeholder={t("devices.class")}
          value={device}
          onChange={(value: string | undefined) => setDevice(value)}
          options={[...kinds].map(([value, label]) => ({ value, label }))}
          style={{ minWidth: 200 }}
        />
        <Checkbox checked={poor} onChange={(event) => setPoor(event.target.checked)}>
          {t("rules.poor")}
        </Checkbox>
        {shown !== undefined && <span className={styles.faint}>{t("rules.count", { n: shown.length })}</span>}
      </Tools>
      <Listing
        source={{ rows: shown, error, retry }}
        label={t("rules.title")}
        empty={t("rules.none")}
        hint={t("rules.noneHint")}
        onOpen={(row) => void navigate({ to: "/rules/$code", params: { code: row.code } })}
        columns={[
          { key: "class", title: t("devices.class"), show: (row) => row.class_name },
          { key: "rule", title: t("rules.one"), as: "wide", show: (row) => <><Link to="/rules/$code" params={{ code: row.code }}>{pick(row.name_zh ?? "", row.name_en ?? "") || row.code}</Link><span className={styles.sub}>{row.code} · {row.metric_name}</span></> },
          { key: "conditions", title: t("rules.conditions"), as: "wide", show: (row) => <Conditions conditions={row.conditions} unit={row.unit} /> },
          { key: "overrides", title: t("rules.overrides"), as: "number", show: (row) => (row.overrides === 0 ? "—" : row.overrides) },
          { key: "precision", title: t("rules.precision"), as: "number", show: (row) => <span title={t("rules.verdicts", { n: row.right?.counted ?? 0 })}>{percent(row.right?.precision)}<span className={`${styles.sub ?? ""} ${own.whole ?? ""}`}>{t("rules.verdicts", { n: row.right?.counted ?? 0 })}</span></span> },
          { key: "since", title: t("rules.since"), as: "tight", show: (row) => <>{row.since === undefined ? "—" : short(row.since, now)}{row.next !== undefined && <Tag tone="ochre">{t("rules.next", { at: short(row.next, now) })}</Tag>}</> },
        ]}
      />
      {making && <RuleDialog onClose={() => setMaking(false)} />}
    </>
  );
}
