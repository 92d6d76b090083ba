import { useQuery } from "@tanstack/react-query";
import { forecastQuery, type Forecast } from "@/features/signs/queries";
import { drawn, shown, traced } from "@/features/signs/reading";
import styles from "@/features/signs/signs.module.css";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const WIDE = 640;
const TALL = 110;

/** How a sign will go, with its interval and how good such forecasts were. */
export function Coming({ code, node, unit }: { code: string; node: string | undefined; unit: string }) {
  const { t } = useWords();
  const now = useNow();
  const found = useQuery(forecastQuery(code, node));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="100%" style={{ height: TALL }} />;
  const forecast = found.data;
  if (forecast.made_at === null || forecast.error === null) return <p className={styles.faint}>{t("signs.forecastNone")}</p>;
  const said = t("signs.forecastError", { error: shown(forecast.error, unit), naive: shown(forecast.naive_error, unit), n: forecast.starts });
  return (
    <>
      {forecast.shown ? <Band forecast={forecast} unit={unit} /> : <p className={styles.faint}>{t("signs.forecastWeak")}</p>}
      {forecast.red_at !== null && (
        <p className={styles.wrong} role="status">
          {t("signs.willRed", { at: short(forecast.red_at, now) })}
        </p>
      )}
      <p className={styles.faint}>{said}</p>
    </>
  );
}

function Band({ forecast, unit }: { forecast: Forecast; unit: string }) {
  const { t } = useWords();
  const now = useNow();
  const { points } = forecast;
  const first = points[0];
  const last = points.at(-1);
  const bounds = points.flatMap((one) => [one.low, one.high]);
  const trace = traced(points.map(({ at, expected }) => ({ at: Date.parse(at), value: expected })), WIDE, TALL, bounds);
  if (first === undefined || last === undefined || trace === null) return null;
  const x = (index: number): number => (index / Math.max(1, points.length - 1)) * WIDE;
  const edge = [...points.map((one, index) => [x(index), trace.y(one.high)]), ...points.map((one, index) => [x(index), trace.y(one.low)]).reverse()];
  return (
    <figure className={styles.trend}>
      <svg viewBox={`-52 -10 ${WIDE + 64} ${TALL + 34}`} role="img" aria-label={t("signs.forecastOf", { from: shown(first.expected, unit), to: shown(last.expected, unit) })}>
        {[trace.low, trace.high].map((value, index) => (
          <g key={index}>
            <line x1={0} x2={WIDE} y1={trace.y(value)} y2={trace.y(value)} className={styles.grid} />
            <text x={-6} y={trace.y(value) + 4} textAnchor="end">
              {shown(value)}
            </text>
          </g>
        ))}
        <polygon points={edge.map((pair) => pair.join(",")).join(" ")} className={styles.band} />
        {trace.runs.map((run) => (
          <path key={run[0]?.[0] ?? 0} d={drawn(run)} className={styles.curve} />
        ))}
        <text x={0} y={TALL + 20}>
          {short(first.at, now)}
        </text>
        <text x={WIDE} y={TALL + 20} textAnchor="end">
          {short(last.at, now)}
        </text>
      </svg>
    </figure>
  );
}
