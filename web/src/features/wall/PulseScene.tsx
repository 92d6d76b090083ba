import { useQuery } from "@tanstack/react-query";
import { boardQuery, pulseQuery, type Level, type Score, type SignNow } from "@/features/signs/queries";
import { DIMENSIONS, drawn, grey, shown, timed, traced, worstFirst } from "@/features/signs/reading";
import { storyOf, type Told } from "@/features/wall/story";
import type { WallState } from "@/features/wall/queries";
import pulse from "@/features/wall/pulse.module.css";
import styles from "@/features/wall/wall.module.css";
import { useWords } from "@/shared/i18n";
import { short } from "@/shared/time/format";

const AROUND = 2 * Math.PI * 54;
const WORST = 9;

interface Painting {
  /** The sign or score the map is painted by. */
  code: string;
  onCode: (code: string) => void;
}

/** The pulse of the district, its seven days, and its dimensions; a press paints the map by it. */
export function PulseSide({ code, onCode }: Painting) {
  const { t, pick } = useWords();
  const found = useQuery(pulseQuery(undefined));
  const score = (name: string): Score | undefined => found.data?.items.find((one) => one.code === name);
  const whole = score("pulse");
  return (
    <>
      <section className={`${styles.card ?? ""} ${pulse.whole ?? ""}`} aria-label={t("wall.pulse")}>
        <h2>
          {t("wall.pulse")}
          <small>{t("wall.week")}</small>
        </h2>
        <button type="button" className={pulse.ringButton} aria-pressed={code === "pulse"} onClick={() => onCode("pulse")}>
          <Ring value={whole?.value ?? null} level={whole?.level ?? "unknown"} />
        </button>
        <Week score={whole} />
        <Counts score={whole} />
      </section>
      <section className={`${styles.card ?? ""} ${pulse.dimensions ?? ""}`} aria-label={t("wall.dimensions")}>
        <h2>{t("wall.dimensions")}</h2>
        {DIMENSIONS.map((dimension) => {
          const one = score(`score.${dimension}`);
          return (
            <button key={dimension} type="button" aria-pressed={code === one?.code} data-level={one?.level ?? "unknown"} onClick={() => one && onCode(one.code)}>
              <span>{one === undefined ? "" : pick(one.name_zh, one.name_en)}</span>
              <b>{rounded(one?.value)}</b>
              <Counts score={one} />
            </button>
          );
        })}
      </section>
    </>
  );
}

/** Signs that are not as they should be, the worst first; a press paints the map by one. */
export function WorstSigns({ code, onCode }: Painting) {
  const { t, pick, code: label } = useWords();
  const board = useQuery(boardQuery(undefined));
  const signs = worstFirst(board.data?.items ?? []);
  const worst = signs.filter((one) => !grey(one) && one.level !== "green" && one.level !== "unknown");
  const judged = signs.filter((one) => !grey(one)).length;
  return (
    <section className={`${styles.card ?? ""} ${pulse.worst ?? ""}`} aria-label={t("wall.signs")}>
      <h2>
        {t("wall.signs")}
        <small>{board.data === undefined ? t("wall.judging") : t("wall.signsOf", { n: worst.length, all: judged })}</small>
      </h2>
      {board.data !== undefined && worst.length === 0 && <p className={styles.calm}>{t(judged === 0 ? "wall.signsNone" : "wall.signsGood")}</p>}
      <ul>
        {worst.slice(0, WORST).map((one) => (
          <li key={one.code}>
            <button type="button" aria-pressed={code === one.code} data-level={one.level} onClick={() => onCode(one.code)}>
              <em>{label("sign_level", one.level)}</em>
              <span>{pick(one.name_zh, one.name_en)}</span>
              <b>{shown(one.value, one.unit)}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The day's story: what turned, what came that is urgent, what was settled, as it happened. */
export function Story({ state, onPick, now }: { state: WallState; onPick: (id: string) => void; now: Date }) {
  const { t, pick, code } = useWords();
  const board = useQuery(boardQuery(undefined));
  const told = storyOf(state, board.data?.items ?? [], now);
  const words = (one: Told): string => (one.kind === "sign" ? t("wall.turned", { name: pick(one.sign.name_zh, one.sign.name_en), level: code("sign_level", one.sign.level) }) : `${t(one.closed ? "wall.fact.case.closed" : "wall.urgent")} ${one.line.matter} · ${one.line.place}`);
  return (
    <section className={`${styles.card ?? ""} ${pulse.story ?? ""}`} aria-label={t("wall.story")}>
      <h2>{t("wall.story")}</h2>
      {told.length === 0 && <p className={styles.calm}>{t("wall.storyNone")}</p>}
      <ol>
        {told.map((one) => (
          <li key={one.key} data-level={one.kind === "sign" ? one.sign.level : one.closed ? "green" : "red"}>
            <time dateTime={one.at}>{short(one.at, now)}</time>
            {one.kind === "case" ? (
              <button type="button" onClick={() => onPick(one.line.case_id)}>
                {words(one)}
              </button>
            ) : (
              <span>{words(one)}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the map is painted by, and what the colours say. */
export function PaintedBy({ code }: { code: string }) {
  const { t, pick, code: label } = useWords();
  const board = useQuery(boardQuery(undefined));
  const scores = useQuery(pulseQuery(undefined));
  const one: Pick<SignNow, "name_zh" | "name_en"> | undefined = board.data?.items.find((sign) => sign.code === code) ?? scores.data?.items.find((score) => score.code === code);
  return (
    <div className={pulse.legend}>
      <b>{one === undefined ? t("wall.pulse") : pick(one.name_zh, one.name_en)}</b>
      {(["green", "yellow", "orange", "red", "unknown"] as const).map((level) => (
        <span key={level} data-level={level}>
          {label("sign_level", level)}
        </span>
      ))}
    </div>
  );
}

function rounded(value: number | null | undefined): string {
  return value === null || value === undefined ? "—" : String(Math.round(value));
}

function Ring({ value, level }: { value: number | null; level: Level }) {
  return (
    <svg className={pulse.ring} viewBox="0 0 128 128" data-level={level} role="img" aria-label={rounded(value)}>
      <circle cx="64" cy="64" r="54" />
      {value !== null && <circle cx="64" cy="64" r="54" data-part="value" strokeDasharray={`${(AROUND * value) / 100} ${AROUND}`} transform="rotate(-90 64 64)" />}
      <text x="64" y="78" textAnchor="middle">
        {rounded(value)}
      </text>
    </svg>
  );
}

function Week({ score }: { score: Score | undefined }) {
  const trace = traced(timed(score?.history ?? []), 240, 44);
  if (trace === null) return null;
  return (
    <svg className={pulse.week} viewBox="-4 -4 248 52" preserveAspectRatio="none" aria-hidden="true">
      {trace.runs.map((run) => (
        <path key={run[0]?.[0] ?? 0} d={drawn(run)} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

function Counts({ score }: { score: Score | undefined }) {
  const [green = 0, yellow = 0, orange = 0, red = 0] = score?.signs ?? [];
  return (
    <i className={pulse.counts} aria-hidden="true">
      {([["green", green], ["yellow", yellow], ["orange", orange], ["red", red]] as const).map(([level, n]) => (
        <i key={level} data-level={level} style={{ flexGrow: n }} />
      ))}
    </i>
  );
}
