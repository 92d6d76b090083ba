import { CloseOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { LazyMachinePanel } from "@/features/alarms/LazyMachinePanel";
import { CaseMarks, CaseNumber, UrgentMark } from "@/features/cases/list/pieces";
import { Assignments } from "@/features/cases/one/Assignments";
import { Facts } from "@/features/cases/one/Facts";
import { MovePlace } from "@/features/cases/one/MovePlace";
import { Photos } from "@/features/cases/one/Photos";
import { Reasons } from "@/features/cases/one/Reasons";
import { Steps } from "@/features/cases/one/Steps";
import { Timeline } from "@/features/cases/one/Timeline";
import { Track } from "@/features/cases/one/Track";
import { caseQuery } from "@/features/cases/queries";
import styles from "@/features/day/day.module.css";
import { Nearby } from "@/features/day/Nearby";
import { RefuseDialog } from "@/features/events/RefuseDialog";
import { admit, eventQuery, useTriage } from "@/features/events/triage";
import { OrdersOfCase } from "@/features/hotline/OrderCard";
import type { Point } from "@/features/map/geometry";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { useKeys } from "@/shared/parts/keys";
import { Remaining } from "@/shared/parts/Remaining";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { StateTag, Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

function pointOf(lon: number | null, lat: number | null): Point | null {
  return lon === null || lat === null ? null : [lon, lat];
}

function placeOf(place: Record<string, unknown>): string {
  return typeof place.text === "string" ? place.text : "";
}

interface DrawerProps {
  id: string;
  kind: "case" | "event";
  onClose: () => void;
}

/** The detail beside the queue: everything one needs to take the next step, without leaving the page. */
export function Drawer({ id, kind, onClose }: DrawerProps) {
  const { t } = useWords();
  return (
    <aside className={styles.drawer} aria-label={t("day.detail")}>
      <button type="button" className={styles.close} onClick={onClose} aria-label={t("day.close")}>
        <CloseOutlined aria-hidden="true" />
      </button>
      {kind === "case" ? <CaseDrawer id={id} /> : <EventDrawer id={id} />}
    </aside>
  );
}

function CaseDrawer({ id }: { id: string }) {
  const { t } = useWords();
  const found = useQuery(caseQuery(id));
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  const shown = found.data;
  return (
    <>
      <header className={styles.drawerHead}>
        <p className={styles.second}>
          <CaseNumber number={shown.number} />
          <StateTag state={shown.state} />
          {shown.urgent && <UrgentMark />}
          <CaseMarks row={shown} />
        </p>
        <p className={styles.first}>
          <b>{shown.title}</b>
          <Remaining due={shown.due_at} start={shown.opened_at} ended={shown.closed_at} />
        </p>
        <Track shown={shown} />
        <Steps shown={shown} />
      </header>
      <div className={styles.drawerBody}>
        <Card title={t("case.facts")} aside={<Link to="/cases/$caseId" params={{ caseId: id }}>{t("day.whole")}</Link>}>
          <Facts shown={shown} />
          <Photos photos={shown.photos} />
          {shown.closed_at === null && <MovePlace eventId={shown.event_id} number={shown.number} point={pointOf(shown.place.lon, shown.place.lat)} text={shown.place.text} />}
        </Card>
        {shown.channel === "hotline" && <OrdersOfCase caseId={id} />}
        <Card title={t("nearby.title")}>
          <Nearby shown={shown} />
        </Card>
        <Card title={t("case.assignments")}>
          <Assignments assignments={shown.assignments} />
        </Card>
        <Card title={t("case.why")}>
          <Reasons shown={shown} />
        </Card>
        <Card title={t("case.timeline")}>
          <Timeline caseId={id} />
        </Card>
      </div>
    </>
  );
}

function EventDrawer({ id }: { id: string }) {
  const { t, code } = useWords();
  const now = useNow();
  const mayTriage = useMay("events.triage");
  const [refusing, setRefusing] = useState(false);
  const found = useQuery(eventQuery(id));
  const judge = useTriage();
  const take = (): void => judge.mutate(() => admit(id));
  const waits = mayTriage && found.data?.state === "triage";
  useKeys({ d: () => waits && take(), r: () => waits && setRefusing(true) });
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  const event = found.data;
  return (
    <>
      <header className={styles.drawerHead}>
        <p className={styles.second}>
          <CaseNumber number={event.number} />
          <Tag tone={event.state === "triage" ? "ochre" : "stone"}>{code("event_state", event.state)}</Tag>
          {event.urgent && <UrgentMark />}
        </p>
        <p className={styles.first}>
          <b>{event.title}</b>
        </p>
        {waits && (
          <p className={styles.judge} role="group" aria-label={t("case.steps")}>
            <Button type="primary" loading={judge.isPending} onClick={take}>
              {t("triage.admit")}
            </Button>
            <Button onClick={() => setRefusing(true)}>{t("triage.refuse")}</Button>
          </p>
        )}
        {judge.isError && <p role="alert">{explain(judge.error, t)}</p>}
      </header>
      <div className={styles.drawerBody}>
        <Card title={t("case.facts")} aside={<Link to="/events/$eventId" params={{ eventId: id }}>{t("day.whole")}</Link>}>
          <p>{event.text}</p>
          <p className={styles.faint}>
            {code("channel", event.channel)} · {short(event.reported_at, now)} · {event.classification.reason}
          </p>
          {waits && <MovePlace eventId={id} number={event.number} point={pointOf(event.lon, event.lat)} text={placeOf(event.place)} />}
        </Card>
        {event.channel === "sensor" && <LazyMachinePanel eventId={id} waits={event.state === "triage"} />}
        <Card title={t("case.reports")} aside={t("case.reports.count", { n: event.reports_list.length })}>
          <ul>
            {event.reports_list.map((report) => (
              <li key={report.id}>
                <span className={styles.faint}>
                  {report.number} · {short(report.reported_at, now)}
                </span>{" "}
                {report.text}
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {refusing && <RefuseDialog eventId={id} onClose={() => setRefusing(false)} />}
    </>
  );
}
