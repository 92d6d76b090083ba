import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useMay, useSession } from "@/features/access/session";
import { dataSetsQuery, EXPORT_STATES, exportsQuery, personalChanges, usePersonalChange, type NewExport } from "@/features/personal/queries";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Row = components["schemas"]["ExportOut"];
const TONES: Partial<Record<string, Tone>> = { asked: "ochre", approved: "azurite", made: "malachite", refused: "cinnabar", failed: "cinnabar" };

/** Exports: asked for by some, approved by others, fetched by whoever asked. */
export function Exports() {
  const { t, code } = useWords();
  const now = useNow();
  const mayAsk = useMay("exports.ask");
  const [state, setState] = useState<string | undefined>();
  const [asking, setAsking] = useState(false);
  const found = useInfiniteQuery(exportsQuery(state));
  return (
    <>
      <Tools
        end={
          mayAsk && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t("exports.new")}
            </Button>
          )
        }
      >
        <Select allowClear aria-label={t("accounts.state")} placeholder={t("accounts.anyState")} value={state} onChange={setState} options={EXPORT_STATES.map((value) => ({ value, label: code("export_state", value) }))} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("exports.title")}
        empty={t("exports.none")}
        columns={[
          { key: "number", title: t("exports.number"), as: "tight", show: (row) => row.number },
          { key: "who", title: t("exports.who"), show: (row) => <>{row.asked_by_name}<span className={styles.sub}>{short(row.asked_at, now)}</span></> },
          { key: "what", title: t("exports.what"), as: "wide", show: (row) => <What row={row} /> },
          { key: "state", title: t("accounts.state"), show: (row) => <State row={row} /> },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => <Act row={row} /> },
        ]}
      />
      {asking && <NewExportDialog onClose={() => setAsking(false)} />}
    </>
  );
}

function What({ row }: { row: Row }) {
  const { t, pick, code } = useWords();
  // Whoever only approves may not read what can be asked for; the codes are labelled all the same.
  const set = useQuery({ ...dataSetsQuery, enabled: useMay("exports.ask") }).data?.items.find((each) => each.code === row.data_set);
  const named = row.personal.map((column) => set?.columns.find((each) => each.code === column)).map((column, index) => (column ? pick(column.label_zh, column.label_en) : code("export_column", row.personal[index] ?? "")));
  return (
    <>
      {set ? pick(set.label_zh, set.label_en) : code("data_set", row.data_set)} · {row.format.toUpperCase()} · {t("exports.columns", { n: row.columns.length })}
      {row.personal.length > 0 && <Tag tone="ochre">{t("exports.personal", { columns: named.join("、") })}</Tag>}
      {row.reason !== "" && <span className={styles.sub}>{row.reason}</span>}
    </>
  );
}

function State({ row }: { row: Row }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <>
      <Tag tone={TONES[row.state] ?? "stone"}>{code("export_state", row.state)}</Tag>
      {row.rows !== null && <span className={styles.sub}>{t("exports.rows", { n: row.rows })}</span>}
      {row.state === "made" && row.expires !== null && <span className={styles.sub}>{t("exports.until", { at: short(row.expires, now) })}</span>}
      {row.decided_by_name !== null && <span className={styles.sub}>{[row.decided_by_name, row.answer].filter(Boolean).join("：")}</span>}
    </>
  );
}

function Act({ row }: { row: Row }) {
  const { t } = useWords();
  const own = useSession()?.account_id === row.asked_by;
  const mayApprove = useMay("exports.approve") && !own;
  const [deciding, setDeciding] = useState<"approve" | "refuse" | null>(null);
  const change = usePersonalChange();
  if (row.state === "made" && own) {
    return (
      <Button size="small" type="primary" href={`/api/exports/${row.id}/file`} download>
        {t("exports.fetch")}
      </Button>
    );
  }
  if (row.state !== "asked" || !mayApprove) return null;
  return (
    <>
      <Button size="small" onClick={() => setDeciding("refuse")}>
        {t("exports.refuse")}
      </Button>
      <Button size="small" type="primary" onClick={() => setDeciding("approve")}>
        {t("exports.approve")}
      </Button>
      {deciding !== null && (
        <ReasonDialog
          title={`${t(`exports.${deciding}`)} · ${row.number}`}
          label={t("exports.answer")}
          hint={deciding === "approve" ? t("exports.approveHint") : t("exports.refuseHint")}
          ok={t(`exports.${deciding}`)}
          optional={deciding === "approve"}
          danger={deciding === "refuse"}
          send={(text) => change.mutateAsync(() => personalChanges[deciding](row.id, text))}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}

function NewExportDialog({ onClose }: { onClose: () => void }) {
  const { t, pick } = useWords();
  const sets = useQuery(dataSetsQuery).data?.items ?? [];
  const change = usePersonalChange();
  const [chosen, setChosen] = useState("cases");
  const set = sets.find((each) => each.code === chosen) ?? sets[0];
  const required = [{ required: true, message: t("form.required") }];
  const plain = set?.columns.filter((column) => column.personal === null).map((column) => column.code) ?? [];
  return (
    <AskDialog<NewExport>
      key={set?.code ?? ""}
      title={t("exports.new")}
      ok={t("form.submit")}
      width={620}
      initial={{ data_set: set?.code ?? "", format: "xlsx", columns: plain }}
      send={(asked) => change.mutateAsync(() => personalChanges.ask(asked))}
      onClose={onClose}
    >
      <Form.Item name="data_set" label={t("exports.set")} rules={required}>
        <Select onChange={setChosen} options={sets.map((each) => ({ value: each.code, label: pick(each.label_zh, each.label_en) }))} />
      </Form.Item>
      <Form.Item name="columns" label={t("exports.choose")} rules={required} extra={t("exports.personalHint")}>
        <Checkbox.Group
          options={
            set?.columns.map((column) => ({
              value: column.code,
              label: column.personal === null ? pick(column.label_zh, column.label_en) : `${pick(column.label_zh, column.label_en)} (L${column.level ?? 3})`,
            })) ?? []
          }
        />
      </Form.Item>
      <Form.Item name="format" label={t("exports.format")} rules={required}>
        <Radio.Group options={[{ value: "xlsx", label: "XLSX" }, { value: "csv", label: "CSV" }]} />
      </Form.Item>
      <Form.Item name="reason" label={t("exports.reason")}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}
