import styles from "@/features/cases/one/one.module.css";
import type { CaseClock } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { useNow } from "@/shared/time/clock";
import { exact, short, span } from "@/shared/time/format";

/** Each stage as a bar: its length is the share of the limit used, full and in cinnabar when past it. */
export function Clocks({ clocks }: { clocks: CaseClock[] }) {
  const { t } = useWords();
  if (clocks.length === 0) return <p className={styles.faint}>{t("case.clocks.none")}</p>;
  return (
    <ul className={styles.clocks}>
      {clocks.map((clock) => (
        <Line key={`${clock.stage}-${clock.started_at}`} clock={clock} />
      ))}
    </ul>
  );
}

function Line({ clock }: { clock: CaseClock }) {
  const { t, code, language } = useWords();
  const now = useNow();
  const start = new Date(clock.started_at).getTime();
  const end = clock.ended_at === null ? now.getTime() : new Date(clock.ended_at).getTime();
  const limit = clock.due_at === null ? null : new Date(clock.due_at).getTime() - start;
  const used = Math.max(end - start, 0);
  const share = limit === null || limit <= 0 ? null : used / limit;
  const tone = share !== null && share > 1 ? "over" : clock.ended_at === null ? "running" : "ended";
  return (
    <li data-tone={tone} title={clock.reason ?? undefined}>
      <span>{code("stage", clock.stage)}</span>
      <span className={styles.gauge} aria-hidden="true">
        <i style={{ inlineSize: `${Math.min((share ?? 0) * 100, 100)}%` }} />
      </span>
      <span className={styles.used}>{span(used / 60_000, language)}</span>
      <span className={styles.faint} title={clock.due_at === null ? undefined : exact(clock.due_at)}>
        {clock.due_at === null ? t("due.none") : t("case.clock.limit", { at: short(clock.due_at, now) })}
      </span>
    </li>
  );
}
