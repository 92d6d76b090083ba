import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Assignments } from "@/features/cases/one/Assignments";
import { CaseHeader } from "@/features/cases/one/CaseHeader";
import { Clocks } from "@/features/cases/one/Clocks";
import { Facts } from "@/features/cases/one/Facts";
import { MovePlace } from "@/features/cases/one/MovePlace";
import { Photos } from "@/features/cases/one/Photos";
import { Reasons } from "@/features/cases/one/Reasons";
import { Reports } from "@/features/cases/one/Reports";
import { Timeline } from "@/features/cases/one/Timeline";
import styles from "@/features/cases/one/one.module.css";
import { caseQuery, timelineQuery } from "@/features/cases/queries";
import { CaseSharing } from "@/features/federation/CaseSharing";
import { OrdersOfCase } from "@/features/hotline/OrderCard";
import { LazyMap } from "@/features/map/LazyMap";
import type { Case } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { useKeys } from "@/shared/parts/keys";
import { Bar, Failure } from "@/shared/parts/States";

export function CasePage({ caseId }: { caseId: string }) {
  const navigate = useNavigate();
  const one = useQuery(caseQuery(caseId));
  useGrowth(caseId);
  useKeys({ u: () => void navigate({ to: "/cases" }) });
  if (one.data !== undefined) return <Shown shown={one.data} />;
  if (one.isError) return <Failure error={one.error} retry={() => void one.refetch()} />;
  return <Waiting />;
}

/** Reads the case again when somebody else's step shows on its timeline. */
function useGrowth(caseId: string): void {
  const cache = useQueryClient();
  const length = useQuery(timelineQuery(caseId)).data?.items.length;
  const known = useRef(length);
  useEffect(() => {
    if (known.current !== undefined && known.current !== length) void cache.invalidateQueries({ queryKey: caseQuery(caseId).queryKey, exact: true });
    known.current = length;
  }, [cache, caseId, length]);
}

function Shown({ shown }: { shown: Case }) {
  const { t } = useWords();
  return (
    <article className={styles.page}>
      <CaseHeader shown={shown} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Card title={t("case.facts")}>
            <Facts shown={shown} />
            <Photos photos={shown.photos} />
          </Card>
          {shown.channel === "hotline" && <OrdersOfCase caseId={shown.id} />}
          <Card title={t("case.why")}>
            <Reasons shown={shown} />
          </Card>
          <Card title={t("case.assignments")}>
            <Assignments assignments={shown.assignments} />
          </Card>
          <Card title={t("case.clocks")}>
            <Clocks clocks={shown.clocks} />
          </Card>
          <Card title={t("case.reports")} aside={t("case.reports.count", { n: shown.reports_list.length })}>
            <Reports shown={shown} />
          </Card>
        </div>
        <aside className={styles.side}>
          <Card title={t("case.map")} flush aside={<Moving shown={shown} />}>
            <Where shown={shown} />
          </Card>
          <CaseSharing caseId={shown.id} over={shown.closed_at !== null} />
          <Card title={t("case.timeline")}>
            <Timeline caseId={shown.id} />
          </Card>
        </aside>
      </div>
    </article>
  );
}

/** Once a case is over its place stays as it was. */
function Moving({ shown }: { shown: Case }) {
  const { lon, lat, text } = shown.place;
  if (shown.closed_at !== null) return null;
  return <MovePlace eventId={shown.event_id} number={shown.number} point={lon === null || lat === null ? null : [lon, lat]} text={text} />;
}

function Where({ shown }: { shown: Case }) {
  const { t } = useWords();
  const { lon, lat } = shown.place;
  if (lon === null || lat === null) return <p className={styles.noPlace}>{t("case.noPlace")}</p>;
  return (
    <div className={styles.map}>
      <LazyMap point={[lon, lat]} alarming={shown.urgent || shown.overdue} />
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.header}>
        <Bar width="180px" />
        <Bar width="320px" style={{ height: 22, margin: "14px 0" }} />
        <Bar width="60%" />
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          {[220, 150, 120].map((height) => (
            <div key={height} className={styles.ghost} style={{ height }}>
              <Bar width="30%" />
              <Bar width="85%" />
              <Bar width="70%" />
            </div>
          ))}
        </div>
        <div className={styles.side}>
          <div className={styles.ghost} style={{ height: 300 }} />
          <div className={styles.ghost} style={{ height: 220 }} />
        </div>
      </div>
    </div>
  );
}
