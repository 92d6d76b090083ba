import styles from "@/features/cases/one/one.module.css";
import type { Assignment } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const TONES: Partial<Record<string, Tone>> = { sent: "ochre", received: "azurite", done: "malachite", returned: "cinnabar" };

export function Assignments({ assignments }: { assignments: Assignment[] }) {
  const { t } = useWords();
  if (assignments.length === 0) return <p className={styles.faint}>{t("case.assignments.none")}</p>;
  return (
    <ul className={styles.lines}>
      {assignments.map((assignment) => (
        <Line key={assignment.id} assignment={assignment} />
      ))}
    </ul>
  );
}

function Line({ assignment }: { assignment: Assignment }) {
  const { t, code } = useWords();
  const now = useNow();
  const { sent_at, received_at, ended_at, receipt_due_at, state } = assignment;
  const moments = [
    t("case.assign.sent", { at: short(sent_at, now) }),
    received_at === null ? null : t("case.assign.received", { at: short(received_at, now) }),
    ended_at === null || state !== "done" ? null : t("case.assign.done", { at: short(ended_at, now) }),
    state === "sent" && receipt_due_at !== null ? t("case.assign.receiptDue", { at: short(receipt_due_at, now) }) : null,
  ].filter((moment) => moment !== null);
  return (
    <li>
      <span className={styles.lineHead}>
        <b>{assignment.unit.name}</b>
        <Tag>{code("role", assignment.role)}</Tag>
        <Tag tone={TONES[state] ?? "stone"}>{code("assignment", state)}</Tag>
      </span>
      <span className={styles.sub}>{moments.join(" → ")}</span>
      {assignment.reason !== null && assignment.reason !== "" && <span className={styles.sub}>{assignment.reason}</span>}
    </li>
  );
}
