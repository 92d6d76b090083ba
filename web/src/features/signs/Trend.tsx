import type { SignDetail } from "@/features/signs/queries";
import { drawn, lines, shown, timed, traced } from "@/features/signs/reading";
import styles from "@/features/signs/signs.module.css";
import { useWords } from "@/shared/i18n";
import { exact } from "@/shared/time/format";

const WIDE = 640;
const TALL = 180;

/** The history of a sign with its thresholds; where there was no value the line breaks. */
export function Trend({ sign }: { sign: SignDetail }) {
  const { t, pick } = useWords();
  const points = timed(sign.history);
  const all = lines(sign.definition);
  const bare = traced(points, WIDE, TALL);
  if (bare === null || points.length < 2) return <p className={styles.faint}>{t("signs.noHistory")}</p>;
  // A threshold far away would press the line flat: only those within reach are drawn.
  const reach = Math.max(bare.high - bare.low, Math.abs(bare.high) * 0.2, 1e-9);
  const near = all.filter(({ value }) => value >= bare.low - reach && value <= bare.high + reach);
  const trace = traced(points, WIDE, TALL, near.map(({ value }) => value)) ?? bare;
  const { unit } = sign.definition;
  return (
    <figure className={styles.trend}>
      <svg viewBox={`-52 -10 ${WIDE + 64} ${TALL + 34}`} role="img" aria-label={t("signs.chartOf", { name: pick(sign.definition.name_zh, sign.definition.name_en), low: shown(bare.low, unit), high: shown(bare.high, unit) })}>
        {[trace.low, trace.high].map((value, index) => (
          <g key={index}>
            <line x1={0} x2={WIDE} y1={trace.y(value)} y2={trace.y(value)} className={styles.grid} />
            <text x={-6} y={trace.y(value) + 4} textAnchor="end">
              {shown(value)}
            </text>
          </g>
        ))}
        {near.map(({ level, value }) => (
          <line key={`${level}${value}`} x1={0} x2={WIDE} y1={trace.y(value)} y2={trace.y(value)} className={styles.limit} data-level={level} />
        ))}
        {trace.runs.map((run) => (
          <path key={run[0]?.[0] ?? 0} d={drawn(run)} className={styles.curve} />
        ))}
        <text x={0} y={TALL + 20}>
          {exact(sign.history[0]?.at ?? "").slice(5, 16)}
        </text>
        <text x={WIDE} y={TALL + 20} textAnchor="end">
          {exact(sign.history.at(-1)?.at ?? "").slice(5, 16)}
        </text>
      </svg>
    </figure>
  );
}
