import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Drawer, Form, Input, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { areasQuery } from "@/features/access/accounts";
import { useMay } from "@/features/access/session";
import { commandChanges, LEVELS, receiptsQuery, useCommandChange, WARNING_STATES, warningsQuery, type Warning } from "@/features/command/queries";
import { WarningSharing } from "@/features/federation/WarningSharing";
import { useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";
import own from "@/features/command/command.module.css";

/** Warnings in force and past ones; each opens to who was told and who has answered. */
export function Warnings() {
  const { t, code } = useWords();
  const now = useNow();
  const mayIssue = useMay("warnings.issue");
  const [state, setState] = useState<(typeof WARNING_STATES)[number] | undefined>();
  const [issuing, setIssuing] = useState(false);
  const [opened, setOpened] = useState<Warning | null>(null);
  const found = useInfiniteQuery(warningsQuery(state));
  const change = useCommandChange();
  return (
    <>
      <Tools
        end={
          mayIssue && (
            <Button type="primary" onClick={() => setIssuing(true)}>
              {t("warnings.new")}
            </Button>
          )
        }
      >
        <Select allowClear aria-label={t("accounts.state")} placeholder={t("accounts.anyState")} value={state} onChange={setState} options={WARNING_STATES.map((value) => ({ value, label: code("warning_state", value) }))} />
      </Tools>
      {change.isError && <p role="alert" className={styles.note}>{explain(change.error, t)}</p>}
      <Listing
        source={paged(found)}
        label={t("warnings.title")}
        empty={t("warnings.none")}
        onOpen={setOpened}
        columns={[
          { key: "level", title: t("warnings.level"), show: (row) => <span className={`${own.level ?? ""} ${own[row.level] ?? ""}`}>{code("warning_level", row.level)}</span> },
          { key: "what", title: t("warnings.what"), as: "wide", show: (row) => <><b>{row.title}</b> {row.drill && <Tag>{t("drill.badge")}</Tag>}<span className={styles.sub}>{row.text}</span></> },
          { key: "number", title: t("exports.number"), as: "tight", show: (row) => <>{row.number}<span className={styles.sub}>{row.hazard} · {row.source}</span></> },
          { key: "span", title: t("warnings.span"), as: "tight", show: (row) => `${short(row.valid_from, now)} – ${short(row.valid_to, now)}` },
          { key: "by", title: t("warnings.by"), show: (row) => <>{row.issued_name}<span className={styles.sub}>{short(row.issued_at, now)}</span></> },
          { key: "state", title: t("accounts.state"), show: (row) => <Tag tone={row.state === "issued" ? "ochre" : "stone"}>{code("warning_state", row.state)}</Tag> },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <>
                <Button size="small" onClick={() => setOpened(row)}>
                  {t("warnings.receipts")}
                </Button>
                {mayIssue && row.state === "issued" && (
                  <Sure title={t("warnings.liftSure")} onSure={() => change.mutate(() => commandChanges.lift(row.id))}>
                    <Button size="small">{t("warnings.lift")}</Button>
                  </Sure>
                )}
              </>
            ),
          },
        ]}
      />
      <Drawer open={opened !== null} size={560} title={opened?.title} onClose={() => setOpened(null)}>
        {opened !== null && (
          <>
            <Receipts warning={opened} />
            <WarningSharing warningId={opened.id} />
          </>
        )}
      </Drawer>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </>
  );
}

function Receipts({ warning }: { warning: Warning }) {
  const { t } = useWords();
  const now = useNow();
  const unitName = useUnitName();
  const mayAnswer = useMay("orders.answer") && warning.state === "issued";
  const found = useQuery(receiptsQuery(warning.id));
  const change = useCommandChange();
  return (
    <>
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      <Listing
        source={whole(found)}
        label={t("warnings.receipts")}
        empty={t("warnings.nobody")}
        columns={[
          { key: "unit", title: t("cases.column.unit"), show: (row) => unitName(row.organisation_id) },
          { key: "told", title: t("warnings.told"), as: "faint", show: (row) => short(row.told_at, now) },
          {
            key: "known",
            title: t("accounts.state"),
            as: "act",
            show: (row) =>
              row.received_at !== null ? (
                <Tag tone="malachite">{t("warnings.known", { at: short(row.received_at, now) })}</Tag>
              ) : mayAnswer ? (
                <Button size="small" type="primary" onClick={() => change.mutate(() => commandChanges.know(warning.id, row.organisation_id))}>
                  {t("warnings.know")}
                </Button>
              ) : (
                <Tag tone="ochre">{t("warnings.waiting")}</Tag>
              ),
          },
        ]}
      />
    </>
  );
}

interface Issued {
  hazard: string;
  level: (typeof LEVELS)[number];
  title: string;
  text: string;
  source: string;
  area: string[];
  span: [Dayjs, Dayjs];
}

function IssueDialog({ onClose }: { onClose: () => void }) {
  const { t, code } = useWords();
  const areas = useQuery(areasQuery);
  const change = useCommandChange();
  const required = [{ required: true, message: t("form.required") }];
  const send = ({ span, ...asked }: Issued): Promise<unknown> => change.mutateAsync(() => commandChanges.warn({ ...asked, drill: false, valid_from: span[0].toISOString(), valid_to: span[1].toISOString() }));
  return (
    <AskDialog<Issued> title={t("warnings.new")} ok={t("warnings.issue")} width={560} send={send} onClose={onClose}>
      <Form.Item name="level" label={t("warnings.level")} rules={required}>
        <Select options={LEVELS.map((value) => ({ value, label: code("warning_level", value) }))} />
      </Form.Item>
      <Form.Item name="hazard" label={t("warnings.hazard")} rules={required}>
        <Input maxLength={40} placeholder={t("warnings.hazardHint")} />
      </Form.Item>
      <Form.Item name="title" label={t("orders.heading")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="text" label={t("orders.text")} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item name="source" label={t("warnings.source")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="area" label={t("accounts.area")} rules={required}>
        <Select mode="multiple" showSearch={{ optionFilterProp: "label" }} options={areas.data?.items.map((area) => ({ value: area.id, label: area.name })) ?? []} />
      </Form.Item>
      <Form.Item name="span" label={t("warnings.span")} rules={required}>
        <DatePicker.RangePicker showTime format="YYYY-MM-DD HH:mm" />
      </Form.Item>
    </AskDialog>
  );
}
