import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { commandChanges, LOG_KINDS, logQuery, useCommandChange, type LogKind } from "@/features/command/queries";
import { UnitSelect, useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { short } from "@/shared/time/format";
import { useNow } from "@/shared/time/clock";

/** The shift log 值班日志: nothing in it is ever changed, what waits is settled. */
export function Logbook() {
  const { t, code } = useWords();
  const now = useNow();
  const unitName = useUnitName();
  const [unit, setUnit] = useState<string | undefined>();
  const [kind, setKind] = useState<LogKind | undefined>();
  const [pending, setPending] = useState(false);
  const [writing, setWriting] = useState(false);
  const found = useInfiniteQuery(logQuery({ unit, kind, pending }));
  const change = useCommandChange();
  return (
    <>
      <Tools
        end={
          <Button type="primary" onClick={() => setWriting(true)}>
            {t("log.new")}
          </Button>
        }
      >
        <UnitSelect {...(unit !== undefined && { value: unit })} onChange={setUnit} placeholder={t("orders.anyUnit")} />
        <Select allowClear aria-label={t("orders12345.kind")} placeholder={t("log.anyKind")} value={kind} onChange={setKind} options={LOG_KINDS.map((value) => ({ value, label: code("log_kind", value) }))} />
        <Checkbox checked={pending} onChange={(event) => setPending(event.target.checked)}>
          {t("log.pendingOnly")}
        </Checkbox>
      </Tools>
      {change.isError && <p role="alert" className={styles.note}>{explain(change.error, t)}</p>}
      <Listing
        source={paged(found)}
        label={t("log.title")}
        empty={t("log.none")}
        columns={[
          { key: "at", title: t("audit.at"), as: "tight", show: (row) => short(row.at, now) },
          { key: "kind", title: t("orders12345.kind"), show: (row) => <Tag>{code("log_kind", row.kind)}</Tag> },
          {
            key: "text",
            title: t("log.text"),
            as: "wide",
            show: (row) => (
              <>
                {row.text}
                {row.forwarded !== "" && <span className={styles.sub}>{t("log.forwardedTo", { who: row.forwarded })}</span>}
                {row.named && <Caller entryId={row.id} />}
              </>
            ),
          },
          { key: "by", title: t("log.by"), show: (row) => <>{row.by_name}<span className={styles.sub}>{unitName(row.organisation_id)}</span></> },
          {
            key: "state",
            title: t("accounts.state"),
            as: "act",
            show: (row) =>
              row.pending && row.settled_at === null ? (
                <Button size="small" onClick={() => change.mutate(() => commandChanges.settle(row.id))}>
                  {t("log.settle")}
                </Button>
              ) : (
                row.settled_at !== null && <Tag tone="malachite">{t("log.settled", { at: short(row.settled_at, now) })}</Tag>
              ),
          },
        ]}
      />
      {writing && <WriteDialog unit={unit} onClose={() => setWriting(false)} />}
    </>
  );
}

/** Who called, masked until somebody says why they need to know. */
function Caller({ entryId }: { entryId: string }) {
  const { t } = useWords();
  const may = useMay("personal.reveal");
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  if (shown !== null) return <b className={styles.sub}>{shown}</b>;
  if (!may) return <span className={styles.sub}>{t("log.callerKept")}</span>;
  const show = async (reason: string): Promise<void> => {
    const caller = await commandChanges.caller(entryId, reason);
    setShown([caller.name, caller.phone].filter(Boolean).join(" "));
  };
  return (
    <span className={styles.row}>
      <Button size="small" onClick={() => setAsking(true)}>
        {t("log.caller")}
      </Button>
      {asking && <ReasonDialog title={t("log.caller")} label={t("reveal.reason")} hint={t("reveal.hint")} ok={t("reveal.ok")} send={show} onClose={() => setAsking(false)} />}
    </span>
  );
}

interface Written {
  unit: string;
  kind: LogKind;
  text: string;
  caller?: string;
  phone?: string;
  forwarded?: string;
  pending?: boolean;
}

function WriteDialog({ unit, onClose }: { unit: string | undefined; onClose: () => void }) {
  const { t, code } = useWords();
  const change = useCommandChange();
  const required = [{ required: true, message: t("form.required") }];
  const send = ({ pending, ...asked }: Written): Promise<unknown> => change.mutateAsync(() => commandChanges.write({ ...asked, forwarded: asked.forwarded ?? "", pending: pending ?? false }));
  return (
    <AskDialog<Written> title={t("log.new")} ok={t("log.write")} width={560} initial={{ kind: "call", ...(unit !== undefined && { unit }) }} send={send} onClose={onClose}>
      <Form.Item name="unit" label={t("cases.column.unit")} rules={required}>
        <UnitSelect />
      </Form.Item>
      <Form.Item name="kind" label={t("orders12345.kind")} rules={required}>
        <Select options={LOG_KINDS.map((value) => ({ value, label: code("log_kind", value) }))} />
      </Form.Item>
      <Form.Item name="text" label={t("log.text")} rules={required} extra={t("log.textHint")}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="caller" label={t("log.callerName")}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label={t("log.callerPhone")}>
        <Input autoComplete="off" inputMode="tel" maxLength={20} />
      </Form.Item>
      <Form.Item name="forwarded" label={t("log.forwarded")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="pending" valuePropName="checked">
        <Checkbox>{t("log.pending")}</Checkbox>
      </Form.Item>
    </AskDialog>
  );
}
