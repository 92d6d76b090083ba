import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import own from "@/features/federation/sharing.module.css";
import { sharingQuery, useSharing, type Sharing } from "@/features/federation/queries";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";

/** Whose a shared case is, what was told about it, and notes that both platforms read; nothing where it is not shared. */
export function CaseSharing({ caseId, over }: { caseId: string; over: boolean }) {
  const { t } = useWords();
  const may = useMay("cases.hand_over");
  const found = useQuery(sharingQuery(caseId));
  if (found.isError) return <Card title={t("sharing.title")}>{explain(found.error, t)}</Card>;
  if (found.data === undefined || found.data.shared.length === 0) return null;
  return (
    <Card title={t("sharing.title")} aside={!found.data.ours && may && !over && <Recall caseId={caseId} sharing={found.data} />}>
      <Sides sharing={found.data} />
      {may && !over && <NoteForm caseId={caseId} />}
    </Card>
  );
}

function Sides({ sharing: { owner, ours, shared, letters } }: { sharing: Sharing }) {
  const { t, code } = useWords();
  const waiting = letters.filter((letter) => letter.state === "waiting").length;
  const refused = letters.filter((letter) => letter.state === "refused");
  return (
    <>
      <p>
        <Tag tone={ours ? "malachite" : "ochre"}>{t(ours ? "sharing.ours" : "sharing.theirs", { name: owner })}</Tag>{" "}
        {waiting > 0 && <Tag tone="ochre">{t("sharing.waiting", { n: waiting })}</Tag>}
      </p>
      <ul className={own.sides}>
        {shared.map((side) => (
          <li key={side.platform}>
            <b>{side.platform}</b>
            <span>{side.remote_number === null ? t("sharing.notYet") : t("sharing.number", { number: side.remote_number })}</span>
          </li>
        ))}
        {refused.map((letter) => (
          <li key={`${letter.peer} ${String(letter.seq)}`} className={own.refused}>
            {t("sharing.refused", { name: letter.peer, what: code("letter", letter.kind) })}
            {typeof letter.answer?.["detail"] === "string" && <span>{letter.answer["detail"]}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function NoteForm({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const { note } = useSharing(caseId);
  const sent = (): void => {
    form.resetFields();
    void message.success(t("sharing.noted"));
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ text }) => note.mutate(text, { onSuccess: sent })}>
      <Form.Item name="text" label={t("sharing.note")} extra={t("sharing.noteHint")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {note.isError && <p role="alert">{explain(note.error, t)}</p>}
      <Button htmlType="submit" loading={note.isPending}>
        {t("sharing.send")}
      </Button>
    </Form>
  );
}

function Recall({ caseId, sharing }: { caseId: string; sharing: Sharing }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { recall } = useSharing(caseId);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t("sharing.recall")}
      </Button>
      {asking && (
        <ReasonDialog title={t("sharing.recallTitle", { name: sharing.owner })} label={t("sharing.reason")} ok={t("sharing.recall")} hint={t("sharing.recallHint")} send={(reason) => recall.mutateAsync(reason)} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
