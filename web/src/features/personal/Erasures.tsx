import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useSession } from "@/features/access/session";
import { erasuresQuery, personalChanges, usePersonalChange } from "@/features/personal/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Erasing a person: one asks, another consents, and what was sealed cannot be opened again. */
export function Erasures() {
  const { t, code } = useWords();
  const now = useNow();
  const found = useInfiniteQuery(erasuresQuery);
  const [asking, setAsking] = useState(false);
  const change = usePersonalChange();
  return (
    <>
      <Tools
        end={
          <Button type="primary" danger onClick={() => setAsking(true)}>
            {t("erasures.new")}
          </Button>
        }
      >
        <span className={styles.faint}>{t("erasures.hint")}</span>
      </Tools>
      <Listing
        source={paged(found)}
        label={t("erasures.title")}
        empty={t("erasures.none")}
        columns={[
          { key: "person", title: t("erasures.person"), as: "tight", show: (row) => `${code("person_kind", row.kind)} …${row.person.slice(-8)}` },
          { key: "by", title: t("exports.who"), show: (row) => <>{row.asked_by_name}<span className={styles.sub}>{short(row.asked_at, now)}</span></> },
          { key: "reason", title: t("step.reason"), as: "wide", show: (row) => row.reason },
          {
            key: "state",
            title: t("accounts.state"),
            show: (row) => (
              <>
                <Tag tone={row.state === "asked" ? "ochre" : "stone"}>{code("erasure_state", row.state)}</Tag>
                {row.decided_by_name !== null && <span className={styles.sub}>{[row.decided_by_name, row.answer].filter(Boolean).join("：")}</span>}
              </>
            ),
          },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => row.state === "asked" && <Decide id={row.id} askedBy={row.asked_by} /> },
        ]}
      />
      {asking && (
        <AskDialog<{ phone: string; reason: string }> title={t("erasures.new")} ok={t("form.submit")} danger send={(asked) => change.mutateAsync(() => personalChanges.erase(asked))} onClose={() => setAsking(false)}>
          <Form.Item name="phone" label={t("erasures.phone")} rules={[{ required: true, message: t("form.required") }]}>
            <Input autoComplete="off" inputMode="tel" autoFocus />
          </Form.Item>
          <Form.Item name="reason" label={t("step.reason")} extra={t("erasures.reasonHint")} rules={[{ required: true, message: t("form.required") }]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </AskDialog>
      )}
    </>
  );
}

function Decide({ id, askedBy }: { id: string; askedBy: string }) {
  const { t } = useWords();
  const own = useSession()?.account_id === askedBy;
  const change = usePersonalChange();
  const [deciding, setDeciding] = useState<"consent" | "decline" | null>(null);
  if (own) return <span className={styles.faint}>{t("erasures.other")}</span>;
  return (
    <>
      <Button size="small" onClick={() => setDeciding("decline")}>
        {t("exports.refuse")}
      </Button>
      <Button size="small" danger onClick={() => setDeciding("consent")}>
        {t("erasures.consent")}
      </Button>
      {deciding !== null && (
        <ReasonDialog
          title={t(deciding === "consent" ? "erasures.consent" : "exports.refuse")}
          label={t("exports.answer")}
          hint={t(deciding === "consent" ? "erasures.consentHint" : "exports.refuseHint")}
          ok={t(deciding === "consent" ? "erasures.consent" : "exports.refuse")}
          danger
          optional={deciding === "consent"}
          send={(text) => change.mutateAsync(() => personalChanges[deciding](id, text))}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
