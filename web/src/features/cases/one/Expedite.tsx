import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, DatePicker, Form, Input, Radio } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import styles from "@/features/cases/one/one.module.css";
import { api, body } from "@/shared/api/client";
import type { Case } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

const OVER = new Set(["closed", "void", "rejected"]);
const PHRASES = ["expedite.phrase1", "expedite.phrase2", "expedite.phrase3"] as const;

interface Asked {
  kind: "prompt" | "supervise";
  text: string;
  due_at?: Dayjs | null;
}

/** 提示督办: an order to the unit of an open case, so often and no more. */
export function Expedite({ shown }: { shown: Case }) {
  const { t, code } = useWords();
  const { message } = App.useApp();
  const may = useMay("cases.expedite");
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const expedite = useMutation({
    mutationFn: ({ kind, text, due_at }: Asked) =>
      body(api.POST("/api/command/cases/{case_id}/expedite", { params: { path: { case_id: shown.id } }, body: { kind, text, ...(due_at && { due_at: due_at.toISOString() }) } })),
    onSuccess: async (order) => {
      void message.success(t("expedite.done", { number: order.number }));
      await Promise.all([["case", shown.id], ["cases"], ["day"], ["command"]].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
  if (!may || shown.unit === null || OVER.has(shown.state)) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("expedite.button")}</Button>
      {asking && (
        <AskDialog<Asked> title={t("expedite.title", { number: shown.number })} ok={t("expedite.ok")} width={520} initial={{ kind: "prompt" }} send={(asked) => expedite.mutateAsync(asked)} onClose={() => setAsking(false)}>
          <p className={styles.faint}>
            {t("case.unit")}：{shown.unit.name}
          </p>
          <Form.Item name="kind" label={t("expedite.kind")}>
            <Radio.Group optionType="button" buttonStyle="solid" options={(["prompt", "supervise"] as const).map((value) => ({ value, label: code("expedite", value) }))} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before: Asked, after: Asked) => before.kind !== after.kind}>
            {({ getFieldValue }) => <p className={styles.faint}>{t(getFieldValue("kind") === "supervise" ? "expedite.superviseHint" : "expedite.promptHint")}</p>}
          </Form.Item>
          <Form.Item name="text" label={t("expedite.text")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
            <Words />
          </Form.Item>
          <Form.Item name="due_at" label={t("expedite.due")}>
            <DatePicker showTime format="YYYY-MM-DD HH:mm" />
          </Form.Item>
        </AskDialog>
      )}
    </>
  );
}

/** What is asked, with the usual sentences a click away. */
function Words({ id, value, onChange }: { id?: string; value?: string; onChange?: (text: string) => void }) {
  const { t } = useWords();
  return (
    <>
      <Input.TextArea {...(id !== undefined && { id })} rows={3} maxLength={2000} value={value} onChange={(event) => onChange?.(event.target.value)} />
      <span className={styles.phrases} role="group" aria-label={t("step.phrases")}>
        {PHRASES.map((word) => (
          <Button key={word} size="small" onClick={() => onChange?.(`${value ?? ""}${t(word)}`)}>
            {t(word)}
          </Button>
        ))}
      </span>
    </>
  );
}
