import { useWords } from "@/shared/i18n";
import styles from "@/shared/parts/tag.module.css";
import { useNow } from "@/shared/time/clock";
import { exact, remaining, span } from "@/shared/time/format";

interface RemainingProps {
  due: string | null | undefined;
  start?: string | null | undefined;
  /** When the matter ended; then the clock stands. */
  ended?: string | null | undefined;
}

function Mark({ tone, title, children }: { tone: "none" | "good" | "calm" | "soon" | "over"; title?: string; children: string }) {
  return (
    <span className={`${styles.remaining ?? ""} ${styles[tone] ?? ""}`} title={title}>
      {children}
    </span>
  );
}

/** Time left on a clock, or how far past it is, in words and colour. */
export function Remaining({ due, start = null, ended = null }: RemainingProps) {
  const now = useNow();
  const { t, language } = useWords();
  if (!due) return <Mark tone="none">{t(ended ? "due.closed" : "due.none")}</Mark>;
  const title = t("due.at", { at: exact(due) });
  if (ended) {
    const good = new Date(ended) <= new Date(due);
    return (
      <Mark tone={good ? "good" : "over"} title={title}>
        {t(good ? "due.onTime" : "due.late")}
      </Mark>
    );
  }
  const left = remaining(due, now, start);
  return (
    <Mark tone={left.urgency} title={title}>
      {t(left.urgency === "over" ? "due.over" : "due.left", { span: span(left.minutes, language) })}
    </Mark>
  );
}
