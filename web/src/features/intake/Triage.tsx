import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { RefuseDialog } from "@/features/events/RefuseDialog";
import { elsewhere } from "@/features/events/elsewhere";
import { admit, useTriage, waitingQuery } from "@/features/events/triage";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** What machines and letters reported waits here for a person's judgement 甄别. */
export function Triage() {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const found = useQuery(waitingQuery);
  const judge = useTriage();
  const [refusing, setRefusing] = useState<string | null>(null);
  return (
    <>
      {judge.isError && <p role="alert" className={styles.note}>{explain(judge.error, t)}</p>}
      <Listing
        source={whole(found)}
        label={t("triage.title")}
        empty={t("triage.none")}
        onOpen={(row) => void navigate({ to: "/events/$eventId", params: { eventId: row.id } })}
        columns={[
          { key: "number", title: t("report.number"), as: "tight", show: (row) => <Link to="/events/$eventId" params={{ eventId: row.id }}>{row.number}</Link> },
          { key: "title", title: t("cases.column.title"), as: "wide", show: (row) => <><b>{row.title}</b> {row.urgent && <Tag tone="filled">{t("cases.urgent")}</Tag>}{elsewhere(row.place) !== null && <Tag tone="ochre">{t("triage.outside")}</Tag>}<span className={styles.sub}>{row.text}</span></> },
          { key: "channel", title: t("cases.column.channel"), show: (row) => code("channel", row.channel) },
          { key: "sure", title: t("triage.class"), show: (row) => <span title={row.classification.reason}>{t("case.confidence", { n: Math.round(row.classification.confidence * 100) })}</span> },
          { key: "at", title: t("channels.received"), as: "faint", show: (row) => short(row.reported_at, now) },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <>
                <Button size="small" onClick={() => setRefusing(row.id)}>
                  {t("triage.refuse")}
                </Button>
                <Button size="small" type="primary" onClick={() => judge.mutate(() => admit(row.id))}>
                  {t("triage.admit")}
                </Button>
              </>
            ),
          },
        ]}
      />
      {refusing !== null && <RefuseDialog eventId={refusing} onClose={() => setRefusing(null)} />}
    </>
  );
}
