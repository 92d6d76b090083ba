import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import styles from "@/features/cases/one/one.module.css";
import { useUnmerge } from "@/features/cases/queries";
import { useMay } from "@/features/access/session";
import { RevealReporter } from "@/features/personal/Reveal";
import type { Case, CaseReport } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Everybody who reported this; a report that was merged wrongly can be split off again. */
export function Reports({ shown }: { shown: Case }) {
  const [splitting, setSplitting] = useState<CaseReport | null>(null);
  const may = useMay("events.merge");
  return (
    <>
      <ul className={styles.lines}>
        {shown.reports_list.map((report) => (
          <Line key={report.id} report={report} onSplit={may && report.merged ? () => setSplitting(report) : undefined} />
        ))}
      </ul>
      {splitting !== null && <Split shown={shown} report={splitting} onClose={() => setSplitting(null)} />}
    </>
  );
}

function Line({ report, onSplit }: { report: CaseReport; onSplit: (() => void) | undefined }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <li>
      <span className={styles.lineHead}>
        <b>{report.number}</b>
        <span className={styles.faint}>
          {code("channel", report.channel)} · {short(report.reported_at, now)} · {report.reporter ?? t("case.reports.anonymous")}
        </span>
        <RevealReporter reportId={report.id} shown={report.reporter} />
        {report.merged && <Tag tone="azurite">{t("case.reports.merged")}</Tag>}
        {onSplit !== undefined && (
          <Button size="small" type="link" onClick={onSplit}>
            {t("case.reports.split")}
          </Button>
        )}
      </span>
      {report.text !== "" && <span>{report.text}</span>}
    </li>
  );
}

function Split({ shown, report, onClose }: { shown: Case; report: CaseReport; onClose: () => void }) {
  const { t } = useWords();
  const unmerge = useUnmerge(shown.id, shown.event_id);
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={t("case.reports.splitTitle", { number: report.number })}
      okText={t("case.reports.split")}
      cancelText={t("form.cancel")}
      confirmLoading={unmerge.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className={styles.faint}>{t("case.reports.splitHint")}</p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => unmerge.mutate({ report_id: report.id, reason }, { onSuccess: onClose })}>
        <Form.Item name="reason" label={t("step.reason")} rules={[{ required: true, message: t("form.required") }]}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
      {unmerge.isError && <p role="alert">{explain(unmerge.error, t)}</p>}
    </Modal>
  );
}
