import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { MovePlace } from "@/features/cases/one/MovePlace";
import { MachinePanel } from "@/features/alarms/MachinePanel";
import { RefuseDialog } from "@/features/events/RefuseDialog";
import { elsewhere } from "@/features/events/elsewhere";
import { admit, eventQuery, useTriage } from "@/features/events/triage";
import type { Point } from "@/features/map/geometry";
import { LazyMap } from "@/features/map/LazyMap";
import { RevealReporter } from "@/features/personal/Reveal";
import { useMay } from "@/features/access/session";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Page } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** An event: what was reported, by whom as far as one may see, and the judgement it waits for. */
export function EventPage({ eventId }: { eventId: string }) {
  const { t, code } = useWords();
  const now = useNow();
  const mayTriage = useMay("events.triage");
  const [refusing, setRefusing] = useState(false);
  const found = useQuery(eventQuery(eventId));
  const judge = useTriage();
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  const event = found.data;
  const place = event.place["text"];
  const outside = elsewhere(event.place);
  return (
    <Page
      title={event.title}
      aside={
        <>
          <Tag tone={event.state === "triage" ? "ochre" : "stone"}>{code("event_state", event.state)}</Tag>
          <span className={styles.faint}>{event.number}</span>
          {mayTriage && event.state === "triage" && (
            <span className={styles.end}>
              <Button onClick={() => setRefusing(true)}>{t("triage.refuse")}</Button>
              <Button type="primary" loading={judge.isPending} onClick={() => judge.mutate(() => admit(event.id))}>
                {t("triage.admit")}
              </Button>
            </span>
          )}
        </>
      }
    >
      <div className={styles.pad}>
        {judge.isError && <p role="alert">{explain(judge.error, t)}</p>}
        {outside !== null && <p role="note" className={styles.note}>{t("triage.outside")}：{outside.why}</p>}
        <Card title={t("case.facts")}>
          <p>{event.text}</p>
          <p className={styles.faint}>
            {code("channel", event.channel)} · {short(event.reported_at, now)} · {typeof place === "string" && place !== "" ? place : t("case.noPlace")}
          </p>
          <p className={styles.faint}>{event.classification.reason}</p>
        </Card>
        <br />
        <Where event={event} />
        <br />
        {event.channel === "sensor" && <MachinePanel eventId={event.id} waits={event.state === "triage"} />}
        <Card title={t("case.reports")} aside={t("case.reports.count", { n: event.reports_list.length })}>
          <ul className={styles.cards}>
            {event.reports_list.map((report) => (
              <li key={report.id}>
                <span className={styles.row}>
                  <b>{report.number}</b>
                  <span className={styles.faint}>
                    {code("channel", report.channel)} · {short(report.reported_at, now)} · {report.reporter ?? t("case.reports.anonymous")}
                  </span>
                  <RevealReporter reportId={report.id} shown={report.reporter} />
                </span>
                {report.text}
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {refusing && <RefuseDialog eventId={event.id} onClose={() => setRefusing(false)} />}
    </Page>
  );
}

/** Where it is, and how it is put elsewhere while it is open. */
function Where({ event }: { event: components["schemas"]["EventDetail"] }) {
  const { t } = useWords();
  const point: Point | null = event.lon === null || event.lat === null ? null : [event.lon, event.lat];
  const text = event.place["text"];
  const open = event.state === "triage" || event.state === "admitted";
  return (
    <Card title={t("case.map")} flush aside={open && <MovePlace eventId={event.id} number={event.number} point={point} text={typeof text === "string" ? text : ""} />}>
      {point === null ? (
        <p className={styles.pad}>{t("case.noPlace")}</p>
      ) : (
        <div className={styles.map}>
          <LazyMap point={point} alarming={event.urgent} />
        </div>
      )}
    </Card>
  );
}
