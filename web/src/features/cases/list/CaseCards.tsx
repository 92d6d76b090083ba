import { Link } from "@tanstack/react-router";
import { CaseMarks, CaseNumber, placeWords, UrgentMark } from "@/features/cases/list/pieces";
import styles from "@/features/cases/list/list.module.css";
import type { CaseRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Remaining } from "@/shared/parts/Remaining";
import { Bar } from "@/shared/parts/States";
import { StateTag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** The list for narrow screens: one card a case, the whole card is the link. */
export function CaseCards({ rows }: { rows: CaseRow[] | null }) {
  if (rows === null) {
    return (
      <ul className={styles.cards} aria-busy="true">
        {Array.from({ length: 6 }, (_, index) => (
          <li key={index} className={styles.cardBox}>
            <Bar width="40%" />
            <Bar width="75%" />
            <Bar width="60%" />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.id}>
          <CaseCard row={row} />
        </li>
      ))}
    </ul>
  );
}

function CaseCard({ row }: { row: CaseRow }) {
  const { t } = useWords();
  const now = useNow();
  return (
    <Link to="/cases/$caseId" params={{ caseId: row.id }} className={styles.cardBox} data-over={row.overdue}>
      <span className={styles.cardLine}>
        <CaseNumber number={row.number} />
        <StateTag state={row.state} />
      </span>
      <span className={styles.cardTitle}>{row.title}</span>
      <span className={styles.cardMarks}>
        {row.urgent && <UrgentMark />}
        <CaseMarks row={row} />
      </span>
      <span className={styles.faint}>{placeWords(row)}</span>
      <span className={styles.cardLine}>
        <span className={styles.faint}>
          {row.unit?.name ?? t("cases.noUnit")} · {short(row.opened_at, now)}
        </span>
        <Remaining due={row.due_at} start={row.opened_at} ended={row.closed_at} />
      </span>
    </Link>
  );
}
