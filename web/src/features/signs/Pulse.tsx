import { useQuery } from "@tanstack/react-query";
import { pulseQuery, type Score } from "@/features/signs/queries";
import { Spark } from "@/features/signs/Spark";
import { DIMENSIONS, shown, without, type SignSearch } from "@/features/signs/reading";
import styles from "@/features/signs/signs.module.css";
import { useWords } from "@/shared/i18n";
import { Bar } from "@/shared/parts/States";

interface PulseProps {
  search: SignSearch;
  onSearch: (next: SignSearch) => void;
}

/** The pulse of a place and its four dimensions; a dimension narrows the table below. */
export function Pulse({ search, onSearch }: PulseProps) {
  const { t, pick } = useWords();
  const found = useQuery(pulseQuery(search.node));
  const score = (code: string): Score | undefined => found.data?.items.find((one) => one.code === code);
  const pulse = score("pulse");
  if (found.isError) return null;
  return (
    <div className={styles.pulse} aria-busy={found.isPending}>
      <div className={styles.whole} title={t("signs.pulseHint")}>
        <Ring value={pulse?.value ?? null} level={pulse?.level ?? "unknown"} />
        <div>
          <b>{pulse === undefined ? <Bar width={60} /> : pick(pulse.name_zh, pulse.name_en)}</b>
          <small>{pulse !== undefined && <Counts score={pulse} />}</small>
          <Spark values={(pulse?.history ?? []).map(({ value }) => value)} />
        </div>
      </div>
      {DIMENSIONS.map((dimension) => {
        const one = score(`score.${dimension}`);
        const chosen = search.dimension === dimension;
        return (
          <button key={dimension} type="button" className={styles.card} aria-pressed={chosen} data-level={one?.level ?? "unknown"} onClick={() => onSearch(chosen ? without(search, "dimension") : { ...search, dimension })}>
            <span>{one === undefined ? <Bar width={40} /> : pick(one.name_zh, one.name_en)}</span>
            <b>{shown(one?.value)}</b>
            <small>{one !== undefined && <Counts score={one} />}</small>
          </button>
        );
      })}
      <dl className={styles.facets}>
        {(["people", "things", "movement", "state"] as const).map((facet) => {
          const one = score(`score.${facet}`);
          return (
            <div key={facet}>
              <dt>{one === undefined ? "" : pick(one.name_zh, one.name_en)}</dt>
              <dd data-level={one?.level ?? "unknown"}>{shown(one?.value)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function Counts({ score }: { score: Score }) {
  const { t } = useWords();
  const [green = 0, yellow = 0, orange = 0, red = 0] = score.signs;
  return (
    <span className={styles.counts} role="img" aria-label={t("signs.levels", { green, yellow, orange, red })} title={t("signs.levels", { green, yellow, orange, red })}>
      {([["green", green], ["yellow", yellow], ["orange", orange], ["red", red]] as const).map(([level, n]) => (
        <i key={level} data-level={level} style={{ flexGrow: n }} />
      ))}
    </span>
  );
}

const AROUND = 2 * Math.PI * 26;

function Ring({ value, level }: { value: number | null; level: Score["level"] }) {
  return (
    <svg className={styles.ring} viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" data-level={level}>
      <circle cx="32" cy="32" r="26" />
      {value !== null && <circle cx="32" cy="32" r="26" data-part="value" strokeDasharray={`${(AROUND * value) / 100} ${AROUND}`} transform="rotate(-90 32 32)" />}
      <text x="32" y="38" textAnchor="middle">
        {value === null ? "—" : Math.round(value)}
      </text>
    </svg>
  );
}
