import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Checkbox, DatePicker, Form, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { commandChanges, onDutyQuery, ORDER_STATES, ordersQuery, useCommandChange, type Order } from "@/features/command/queries";
import { UnitSelect, useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { explain } from "@/shared/parts/States";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const TONES: Record<Order["state"], Tone> = { given: "ochre", received: "azurite", done: "malachite", cancelled: "stone" };

/** Orders and expedites: to whom, by when received and done, and what came back. */
export function Orders() {
  const { t, code } = useWords();
  const now = useNow();
  const mayGive = useMay("orders.give");
  const unitName = useUnitName();
  const [state, setState] = useState<(typeof ORDER_STATES)[number] | undefined>();
  const [unit, setUnit] = useState<string | undefined>();
  const [giving, setGiving] = useState(false);
  const found = useInfiniteQuery(ordersQuery(state, unit));
  const late = (row: Order): boolean => row.due_at !== null && row.done_at === null && row.state !== "cancelled" && new Date(row.due_at) < now;
  return (
    <>
      <Tools
        end={
          mayGive && (
            <Button type="primary" onClick={() => setGiving(true)}>
              {t("orders.new")}
            </Button>
          )
        }
      >
        <Select allowClear aria-label={t("accounts.state")} placeholder={t("accounts.anyState")} value={state} onChange={setState} options={ORDER_STATES.map((value) => ({ value, label: code("order_state", value) }))} />
        <UnitSelect {...(unit !== undefined && { value: unit })} onChange={setUnit} placeholder={t("orders.anyUnit")} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("orders.title")}
        empty={t("orders.none")}
        columns={[
          { key: "number", title: t("exports.number"), as: "tight", show: (row) => <>{row.number}<span className={styles.sub}><Tag tone={row.kind === "order" ? "stone" : "ochre"}>{code("instruction", row.kind)}</Tag></span></> },
          { key: "what", title: t("orders.what"), as: "wide", show: (row) => <What row={row} /> },
          { key: "to", title: t("orders.to"), show: (row) => unitName(row.organisation_id) },
          { key: "by", title: t("orders.by"), show: (row) => <>{row.given_name}<span className={styles.sub}>{short(row.given_at, now)}</span></> },
          { key: "due", title: t("orders.due"), as: "tight", show: (row) => (row.due_at === null ? "—" : late(row) ? <Tag tone="cinnabar">{short(row.due_at, now)}</Tag> : short(row.due_at, now)) },
          { key: "state", title: t("accounts.state"), show: (row) => <><Tag tone={TONES[row.state]}>{code("order_state", row.state)}</Tag>{row.state === "given" && <span className={styles.sub}>{t("case.assign.receiptDue", { at: short(row.receipt_due_at, now) })}</span>}</> },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => <Act row={row} /> },
        ]}
      />
      {giving && <GiveDialog onClose={() => setGiving(false)} />}
    </>
  );
}

function What({ row }: { row: Order }) {
  const { t } = useWords();
  return (
    <>
      <b>{row.title}</b> {row.urgent && <Tag tone="filled">{t("cases.urgent")}</Tag>} {row.drill && <Tag>{t("drill.badge")}</Tag>}
      <span className={styles.sub}>{row.text}</span>
      {row.case_id !== null && (
        <Link to="/cases/$caseId" params={{ caseId: row.case_id }}>
          {t("report.open")}
        </Link>
      )}
      {row.feedback !== "" && <span className={styles.sub}>{t("orders.feedback", { text: row.feedback })}</span>}
    </>
  );
}

function Act({ row }: { row: Order }) {
  const { t } = useWords();
  const [mayAnswer, mayGive] = [useMay("orders.answer"), useMay("orders.give")];
  const change = useCommandChange();
  const [asking, setAsking] = useState<"finish" | "cancel" | null>(null);
  const can = (step: string, may: boolean): boolean => may && (row.next_steps?.includes(step) ?? false);
  return (
    <>
      {change.isError && asking === null && <span role="alert" className={styles.sub}>{explain(change.error, t)}</span>}
      {can("cancel", mayGive) && (
        <Button size="small" onClick={() => setAsking("cancel")}>
          {t("orders.cancel")}
        </Button>
      )}
      {can("receive", mayAnswer) && (
        <Button size="small" type="primary" loading={change.isPending} onClick={() => change.mutate(() => commandChanges.receive(row.id))}>
          {t("orders.receive")}
        </Button>
      )}
      {can("done", mayAnswer) && (
        <Button size="small" type="primary" onClick={() => setAsking("finish")}>
          {t("orders.finish")}
        </Button>
      )}
      {asking !== null && (
        <ReasonDialog
          title={`${t(`orders.${asking}`)} · ${row.number}`}
          label={t(asking === "finish" ? "orders.feedbackLabel" : "step.reason")}
          ok={t(`orders.${asking}`)}
          danger={asking === "cancel"}
          send={(text) => change.mutateAsync(() => commandChanges[asking](row.id, text))}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface Given {
  unit: string;
  to?: string;
  title: string;
  text: string;
  urgent?: boolean;
  due_at?: Dayjs | null;
}

function GiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const change = useCommandChange();
  const required = [{ required: true, message: t("form.required") }];
  const send = ({ unit, to, title, text, urgent, due_at }: Given): Promise<unknown> => {
    const [kind, id] = (to ?? `unit ${unit}`).split(" ") as ["unit" | "post" | "person", string];
    return change.mutateAsync(() => commandChanges.give({ unit, to_kind: kind, to: id, title, text, urgent: urgent ?? false, drill: false, ...(due_at && { due_at: due_at.toISOString() }) }));
  };
  return (
    <AskDialog<Given> title={t("orders.new")} ok={t("orders.give")} width={560} send={send} onClose={onClose}>
      <Form.Item name="unit" label={t("orders.to")} rules={required}>
        <UnitSelect />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Given, after: Given) => before.unit !== after.unit}>
        {({ getFieldValue }) => (
          <Form.Item name="to" label={t("orders.addressee")}>
            <Addressee unit={(getFieldValue("unit") as string | undefined) ?? ""} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="title" label={t("orders.heading")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="text" label={t("orders.text")} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="due_at" label={t("orders.due")}>
        <DatePicker showTime format="YYYY-MM-DD HH:mm" />
      </Form.Item>
      <Form.Item name="urgent" valuePropName="checked" extra={t("orders.urgentHint")}>
        <Checkbox>{t("cases.urgent")}</Checkbox>
      </Form.Item>
    </AskDialog>
  );
}

/** The whole unit, or a post or person who is on there now. */
function Addressee({ unit, id, value, onChange }: { unit: string; id?: string; value?: string; onChange?: (to: string | undefined) => void }) {
  const { t } = useWords();
  const there = useQuery(onDutyQuery(unit)).data?.items ?? [];
  const posts = new Map(there.map((each) => [`post ${each.post_id}`, each.post]));
  const persons = new Map(there.flatMap((each) => (each.staff_id === null ? [] : [[`person ${each.staff_id}`, `${each.name ?? ""} · ${each.post}`] as const])));
  return <Select {...(id !== undefined && { id })} allowClear placeholder={t("orders.wholeUnit")} disabled={unit === ""} value={value} onChange={onChange} options={[...posts, ...persons].map(([each, label]) => ({ value: each, label }))} />;
}
