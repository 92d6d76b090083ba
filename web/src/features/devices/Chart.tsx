import { useQuery } from "@tanstack/react-query";
import { path, scaled, ticks } from "@/features/devices/curve";
import styles from "@/features/devices/devices.module.css";
import { chartQuery } from "@/features/devices/queries";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { exact } from "@/shared/time/format";

const WIDE = 720;
const TALL = 220;

interface ChartProps {
  deviceId: string;
  metric: string;
  since: string;
  until: string;
  /** Of the values, beside the highest mark. */
  unit?: string;
  /** A level to draw: the bound of a condition. */
  level?: number | undefined;
  /** A moment to mark, where an alarm was raised. */
  mark?: string;
}

/** A series as a line, with the band between its lowest and highest behind it. */
export function Chart({ deviceId, metric, since, until, unit = "", level, mark }: ChartProps) {
  const { t } = useWords();
  const found = useQuery(chartQuery(deviceId, metric, since, until));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="100%" style={{ height: TALL }} />;
  const curve = scaled(found.data, Date.parse(since), Date.parse(until), WIDE, TALL, level);
  if (curve === null) return <p className={styles.faint}>{t("devices.noReadings")}</p>;
  const marked = mark === undefined ? null : ((Date.parse(mark) - Date.parse(since)) / (Date.parse(until) - Date.parse(since))) * WIDE;
  return (
    <figure className={styles.chart}>
      <svg viewBox={`-46 -8 ${WIDE + 56} ${TALL + 30}`} role="img" aria-label={t("devices.chartOf", { metric, low: curve.low, high: curve.high })}>
        {ticks(curve.low, curve.high).map((value) => {
          const y = TALL - ((value - curve.low) / (curve.high - curve.low || 1)) * TALL;
          return (
            <g key={value}>
              <line x1={0} x2={WIDE} y1={y} y2={y} className={styles.grid} />
              <text x={-6} y={y + 4} textAnchor="end">
                {Number(value.toPrecision(4))}
              </text>
            </g>
          );
        })}
        {unit !== "" && <text x={2} y={4}>{unit}</text>}
        <path d={path(curve.band)} className={styles.band} />
        <path d={path(curve.line)} className={styles.curve} />
        {level !== undefined && <Level level={level} low={curve.low} high={curve.high} />}
        {marked !== null && <line x1={marked} x2={marked} y1={0} y2={TALL} className={styles.mark} />}
        <text x={0} y={TALL + 18}>
          {exact(since).slice(5, 16)}
        </text>
        <text x={WIDE} y={TALL + 18} textAnchor="end">
          {exact(until).slice(5, 16)}
        </text>
      </svg>
    </figure>
  );
}

/** The bound of a condition across the chart. */
function Level({ level, low, high }: { level: number; low: number; high: number }) {
  const y = TALL - ((level - low) / (high - low || 1)) * TALL;
  return <line x1={0} x2={WIDE} y1={y} y2={y} className={styles.level} />;
}
