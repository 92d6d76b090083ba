import { useQuery } from "@tanstack/react-query";
import { onIt } from "@/features/wall/Lists";
import { caseQuery } from "@/features/wall/queries";
import { dueWords } from "@/features/wall/spans";
import styles from "@/features/wall/wall.module.css";
import { useWords } from "@/shared/i18n";
import { short } from "@/shared/time/format";

/** One case over the map: where, who is on it, what was done; no words of reports and nobody's name. */
export function CaseCard({ id, now, onClose }: { id: string; now: Date; onClose: () => void }) {
  const words = useWords();
  const { t, code, pick } = words;
  const { data: found } = useQuery(caseQuery(id));
  if (found === undefined) return null;
  return (
    <aside className={styles.case} aria-label={found.matter} data-case={found.id}>
      <header>
        <h2>{found.matter}</h2>
        <button type="button" onClick={onClose} aria-label={t("wall.close")}>
          ×
        </button>
      </header>
      <p className={styles.caseLine}>
        <span data-state={found.state}>{code("state", found.state)}</span>
        {found.urgent && <em>{t("wall.urgent")}</em>}
        {found.state !== "closed" && (
          <span className={styles.time} data-late={found.overdue}>
            {dueWords(found.due_at, now, words)}
          </span>
        )}
      </p>
      <p>{found.place}</p>
      <p className={styles.who}>{found.state === "closed" ? found.unit : onIt(found, t)}</p>
      <p className={styles.faint}>
        {found.number} · {t("wall.opened", { at: short(found.opened_at, now) })}
      </p>
      <h3>{t("wall.steps")}</h3>
      <ol>
        {found.steps.slice(-6).map((step) => (
          <li key={`${step.at}${step.step}`}>
            <time dateTime={step.at}>{short(step.at, now)}</time> {pick(step.zh, step.en)}
          </li>
        ))}
      </ol>
    </aside>
  );
}
