import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Form, InputNumber, Select } from "antd";
import { useState } from "react";
import { areasQuery } from "@/features/access/accounts";
import { useMay } from "@/features/access/session";
import { InspectDialog } from "@/features/devices/InspectDialog";
import { classesQuery, dueQuery, plansQuery, setPlan, type DueSearch } from "@/features/devices/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day } from "@/shared/time/format";

const AHEAD = [0, 7, 30] as const;
const DAY_MS = 86_400_000;

/** Devices whose inspection is due, the longest due first; what was found is noted here. */
export function Rounds() {
  const { t } = useWords();
  const now = useNow();
  const writes = useMay("devices.write");
  const [search, setSearch] = useState<DueSearch>({});
  const [ahead, setAhead] = useState<number>(7);
  const [at, setAt] = useState<{ id: string; name: string } | null>(null);
  const [planning, setPlanning] = useState(false);
  const classes = useQuery(classesQuery);
  const areas = useQuery(areasQuery);
  const today = day(now.toISOString());
  const found = useInfiniteQuery(dueQuery({ ...search, until: day(new Date(now.getTime() + ahead * DAY_MS).toISOString()) }));
  const nameOf = (wanted: string): string => classes.data?.items.find((one) => one.code === wanted)?.name ?? wanted;
  return (
    <>
      <Tools end={writes && <Button onClick={() => setPlanning(true)}>{t("rounds.plan")}</Button>}>
        <Select<number> aria-label={t("rounds.until")} value={ahead} onChange={setAhead} options={AHEAD.map((value) => ({ value, label: value === 0 ? t("rounds.now") : t("rounds.within", { n: value }) }))} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("devices.class")}
          placeholder={t("devices.class")}
          value={search.class_code}
          onChange={(class_code: string | undefined) => setSearch({ ...(class_code !== undefined && { class_code }), ...(search.jurisdiction_id !== undefined && { jurisdiction_id: search.jurisdiction_id }) })}
          options={classes.data?.items.map((one) => ({ value: one.code, label: one.name })) ?? []}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("rules.place")}
          placeholder={t("rules.place")}
          value={search.jurisdiction_id}
          onChange={(jurisdiction_id: string | undefined) => setSearch({ ...(jurisdiction_id !== undefined && { jurisdiction_id }), ...(search.class_code !== undefined && { class_code: search.class_code }) })}
          options={areas.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? []}
        />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("devices.rounds")}
        empty={t("rounds.none")}
        hint={t("rounds.noneHint")}
        onOpen={(row) => setAt({ id: row.id, name: row.name || row.code })}
        columns={[
          { key: "name", title: t("devices.one"), as: "wide", show: (row) => <><Link to="/devices/$deviceId" params={{ deviceId: row.id }}>{row.name || row.code}</Link><span className={styles.sub}>{row.code}</span></> },
          { key: "class", title: t("devices.class"), show: (row) => nameOf(row.class_code) },
          { key: "place", title: t("case.place"), as: "wide", show: (row) => [row.address, row.floor].filter(Boolean).join(" ") || "—" },
          { key: "last", title: t("rounds.last"), as: "tight", show: (row) => (row.inspected_at === null ? "—" : day(row.inspected_at)) },
          { key: "every", title: t("rounds.every"), as: "number", show: (row) => t("rules.days.every", { n: row.every_days }) },
          { key: "due", title: t("rounds.due"), as: "tight", show: (row) => <>{row.due_on} {row.due_on < today && <Tag tone="cinnabar">{t("rounds.late")}</Tag>}</> },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => <Button size="small" onClick={() => setAt({ id: row.id, name: row.name || row.code })}>{t("rounds.inspect")}</Button> },
        ]}
      />
      {at !== null && <InspectDialog deviceId={at.id} name={at.name} onClose={() => setAt(null)} />}
      {planning && <PlanDialog onClose={() => setPlanning(false)} />}
    </>
  );
}

interface Plan {
  class_code: string;
  jurisdiction_id?: string;
  every_days?: number | null;
}

/** How often a class is inspected where it is not what the class says. */
function PlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const classes = useQuery(classesQuery).data?.items ?? [];
  const areas = useQuery(areasQuery).data?.items ?? [];
  const plans = useQuery(plansQuery).data?.items ?? [];
  const send = async (asked: Plan): Promise<void> => {
    await setPlan({ class_code: asked.class_code, jurisdiction_id: asked.jurisdiction_id ?? null, every_days: asked.every_days ?? null });
    await cache.invalidateQueries({ queryKey: ["inspections"] });
  };
  return (
    <AskDialog<Plan> title={t("rounds.plan")} ok={t("rounds.save")} send={send} onClose={onClose}>
      {plans.map((one) => (
        <p key={`${one.class_code} ${one.jurisdiction_id ?? ""}`} className={styles.faint}>
          {classes.find((each) => each.code === one.class_code)?.name ?? one.class_code} · {areas.find((area) => area.id === one.jurisdiction_id)?.name ?? t("rounds.everywhere")} · {t("rules.days.every", { n: one.every_days ?? 0 })}
        </p>
      ))}
      <Form.Item name="class_code" label={t("devices.class")} rules={[{ required: true, message: t("form.required") }]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={classes.map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      <Form.Item name="jurisdiction_id" label={t("rules.place")}>
        <Select allowClear placeholder={t("rounds.everywhere")} options={areas.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      <Form.Item name="every_days" label={t("rounds.everyDays")} extra={t("rounds.everyHint")}>
        <InputNumber min={1} max={3650} style={{ width: "100%" }} />
      </Form.Item>
    </AskDialog>
  );
}
