import { useQuery } from "@tanstack/react-query";
import styles from "@/features/cases/one/one.module.css";
import { timelineQuery } from "@/features/cases/queries";
import type { TimelineItem } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

const ALARMING = new Set(["return", "returned", "rework", "reworked", "void", "voided", "overdue", "escalated", "remind", "reminded"]);

/** What happened, newest first: who, when and in which words. */
export function Timeline({ caseId }: { caseId: string }) {
  const timeline = useQuery(timelineQuery(caseId));
  if (timeline.isPending) return <Bar width="70%" />;
  if (timeline.isError) return <Failure error={timeline.error} retry={() => void timeline.refetch()} />;
  return (
    <ol className={styles.timeline}>
      {timeline.data.items
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .map((item) => (
          <Entry key={item.id} item={item} />
        ))}
    </ol>
  );
}

function Entry({ item }: { item: TimelineItem }) {
  const { t, code } = useWords();
  const now = useNow();
  const label = code("step", item.step);
  const who = [item.unit?.name, item.actor === null ? t("case.timeline.platform") : code("platform_actor", item.actor.name)].filter((name) => name !== undefined);
  return (
    <li data-tone={ALARMING.has(item.step) ? "alarm" : undefined}>
      <span className={styles.entryHead}>
        <b>{label}</b>
        <time dateTime={item.at} title={exact(item.at)}>
          {short(item.at, now)}
        </time>
      </span>
      <span className={styles.faint}>{who.join(" · ")}</span>
      {item.text !== "" && item.text !== label && <p>{item.text}</p>}
    </li>
  );
}
