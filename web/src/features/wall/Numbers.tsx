import styles from "@/features/wall/wall.module.css";
import { figure } from "@/features/evaluation/figures";
import type { WallFigures } from "@/features/wall/queries";
import { useWords } from "@/shared/i18n";
import { short } from "@/shared/time/format";

const TODAY = ["reported", "filed", "closed"] as const;
const RATES = ["closing_rate", "timely_closing_rate"] as const;
const OPEN = ["to_dispatch", "to_receive", "handling", "to_check", "soon_due", "overdue", "returned"] as const;
const TONE: Partial<Record<string, string>> = { overdue: "cinnabar", returned: "ochre", soon_due: "ochre" };

/** Today by evaluation's figures: counts, and the rates as bars. */
export function Today({ figures, now }: { figures: WallFigures | undefined; now: Date }) {
  const { t } = useWords();
  return (
    <section className={styles.card} aria-label={t("wall.today")}>
      <h2>
        {t("wall.today")}
        <small>{figures === undefined ? t("wall.judging") : t("wall.asOf", { at: short(figures.as_of, now) })}</small>
      </h2>
      <dl className={styles.big}>
        {TODAY.map((code) => (
          <div key={code}>
            <dt>{t(`wall.figure.${code}`)}</dt>
            <dd>{figures?.total.values[code] ?? "—"}</dd>
          </div>
        ))}
      </dl>
      {RATES.map((code) => {
        const value = figures?.total.values[code] ?? null;
        return (
          <div key={code} className={styles.rate}>
            <span>{t(`wall.figure.${code}`)}</span>
            <meter min={0} max={100} value={value ?? 0} aria-label={t(`wall.figure.${code}`)} />
            <b>{figure(value, "%")}</b>
          </div>
        );
      })}
    </section>
  );
}

/** What is open now: the desk's tabs at the same second. */
export function OpenCounts({ counts }: { counts: Record<string, number> }) {
  const { t, code } = useWords();
  return (
    <section className={styles.card} aria-label={t("wall.open")}>
      <h2>{t("wall.open")}</h2>
      <dl className={styles.counts}>
        {OPEN.map((tab) => (
          <div key={tab} data-tone={(counts[tab] ?? 0) > 0 ? TONE[tab] : undefined} data-count={tab}>
            <dt>{code("tab", tab)}</dt>
            <dd>{counts[tab] ?? 0}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** New cases of each of the last 24 hours. */
export function Hours({ hours }: { hours: readonly number[] }) {
  const { t } = useWords();
  const most = Math.max(1, ...hours);
  return (
    <section className={`${styles.card ?? ""} ${styles.hoursCard ?? ""}`} aria-label={t("wall.hours")}>
      <h2>
        {t("wall.hours")}
        <small>{t("wall.hoursSum", { n: hours.reduce((sum, count) => sum + count, 0) })}</small>
      </h2>
      <svg className={styles.hours} viewBox="0 0 240 60" preserveAspectRatio="none" aria-hidden="true">
        {hours.map((count, index) => {
          const high = count === 0 ? 1 : Math.max(3, (count / most) * 58);
          return <rect key={index} x={index * 10 + 1} y={60 - high} width={8} height={high} data-now={index === hours.length - 1} />;
        })}
      </svg>
      <div className={styles.axis}>
        <span>{t("wall.hourAgo")}</span>
        <span>{t("wall.now")}</span>
      </div>
    </section>
  );
}
