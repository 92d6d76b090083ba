import { drawn, traced } from "@/features/signs/reading";
import styles from "@/features/signs/signs.module.css";

const WIDE = 84;
const TALL = 20;

/** The last points of a sign, small; without words, for the table says them. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  const trace = traced(values.map((value, at) => ({ at, value })), WIDE, TALL);
  if (trace === null) return <span className={styles.faint}>—</span>;
  const end = trace.runs.at(-1)?.at(-1);
  return (
    <svg className={styles.spark} viewBox={`-2 -2 ${WIDE + 4} ${TALL + 4}`} width={WIDE} height={TALL} aria-hidden="true">
      {trace.runs.map((run) => (
        <path key={run[0]?.[0] ?? 0} d={drawn(run)} />
      ))}
      {end !== undefined && <circle cx={end[0]} cy={end[1]} r="2" />}
    </svg>
  );
}
