import { ticks } from "@/features/devices/curve";
import styles from "@/features/rules/rules.module.css";
import { useWords } from "@/shared/i18n";

const WIDE = 720;
const TALL = 140;

/** Alarms by day as bars. */
export function DayBars({ days }: { days: readonly { day: string; raised: number }[] }) {
  const { t } = useWords();
  const top = Math.max(1, ...days.map((one) => one.raised));
  const step = WIDE / Math.max(days.length, 1);
  return (
    <figure className={styles.days}>
      <svg viewBox={`-40 -8 ${String(WIDE + 48)} ${String(TALL + 28)}`} role="img" aria-label={t("trials.byDay")}>
        {ticks(0, top).filter(Number.isInteger).map((value) => (
          <g key={value}>
            <line x1={0} x2={WIDE} y1={TALL - (value / top) * TALL} y2={TALL - (value / top) * TALL} className={styles.grid} />
            <text x={-6} y={TALL - (value / top) * TALL + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {days.map((one, index) => (
          <rect key={one.day} x={index * step + step * 0.1} width={Math.min(step * 0.8, 48)} y={TALL - (one.raised / top) * TALL} height={(one.raised / top) * TALL}>
            <title>{`${one.day}: ${String(one.raised)}`}</title>
          </rect>
        ))}
        <text x={0} y={TALL + 18}>
          {days[0]?.day}
        </text>
        <text x={WIDE} y={TALL + 18} textAnchor="end">
          {days.at(-1)?.day}
        </text>
      </svg>
    </figure>
  );
}
