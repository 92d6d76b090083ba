import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { mattersQuery } from "@/features/cases/queries";
import { intakeChanges, lettersQuery, useIntakeChange } from "@/features/intake/queries";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, whole } from "@/shared/parts/Listing";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Letter = components["schemas"]["LetterOut"];
type Doing = { letter: Letter; verb: "report" | "dismiss" } | null;

/** Letters that the platform could not sort by itself. */
export function Letters() {
  const { t } = useWords();
  const now = useNow();
  const found = useQuery(lettersQuery);
  const change = useIntakeChange();
  const [doing, setDoing] = useState<Doing>(null);
  const close = (): void => setDoing(null);
  return (
    <>
      <Listing
        source={whole(found)}
        label={t("letters.title")}
        empty={t("letters.none")}
        columns={[
          { key: "subject", title: t("letters.subject"), as: "wide", show: (row) => <><b>{row.subject || t("letters.noSubject")}</b><span className={styles.sub}><span className={styles.clip}>{row.text}</span></span></> },
          { key: "sender", title: t("letters.sender"), show: (row) => row.sender },
          { key: "place", title: t("cases.column.place"), show: (row) => row.place || "—" },
          { key: "why", title: t("letters.why"), show: (row) => row.why ?? "—" },
          { key: "at", title: t("channels.received"), as: "faint", show: (row) => short(row.accepted_at, now) },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <>
                <Button size="small" onClick={() => setDoing({ letter: row, verb: "dismiss" })}>
                  {t("letters.dismiss")}
                </Button>
                <Button size="small" type="primary" onClick={() => setDoing({ letter: row, verb: "report" })}>
                  {t("letters.report")}
                </Button>
              </>
            ),
          },
        ]}
      />
      {doing?.verb === "report" && <ReportDialog letter={doing.letter} onClose={close} />}
      {doing?.verb === "dismiss" && (
        <ReasonDialog title={t("letters.dismiss")} label={t("step.reason")} ok={t("letters.dismiss")} send={(reason) => change.mutateAsync(() => intakeChanges.dismiss(doing.letter.id, reason))} onClose={close} />
      )}
    </>
  );
}

function ReportDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const { t } = useWords();
  const change = useIntakeChange();
  const matters = useQuery(mattersQuery());
  const required = [{ required: true, message: t("form.required") }];
  return (
    <AskDialog<{ matter: string; place: string }>
      title={t("letters.report")}
      ok={t("report.submit")}
      initial={{ place: letter.place }}
      send={({ matter, place }) => change.mutateAsync(() => intakeChanges.report(letter.id, matter, place))}
      onClose={onClose}
    >
      <p className={styles.faint}>{letter.text}</p>
      <Form.Item name="matter" label={t("report.matter")} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={matters.data?.items.map((matter) => ({ value: matter.code, label: `${matter.name} ${matter.code}` })) ?? []} />
      </Form.Item>
      <Form.Item name="place" label={t("report.place")} rules={required}>
        <Input placeholder={t("report.placeHint")} />
      </Form.Item>
    </AskDialog>
  );
}
