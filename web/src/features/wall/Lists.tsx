import { useEffect, useState } from "react";
import { figure } from "@/features/evaluation/figures";
import type { WallCase, WallFigures, WallLine } from "@/features/wall/queries";
import { dueWords } from "@/features/wall/spans";
import styles from "@/features/wall/wall.module.css";
import { useWords, type Words } from "@/shared/i18n";
import type { Word } from "@/shared/i18n/words";
import { short } from "@/shared/time/format";

interface Picking {
  now: Date;
  onPick: (id: string) => void;
}

/** Who is on a case, in words. */
export function onIt(found: Pick<WallCase, "unit" | "claimed">, t: Words["t"]): string {
  if (found.unit !== null) return t("wall.onIt", { unit: found.unit });
  return found.claimed ? t("wall.claimed") : t("wall.waiting");
}

/** What is urgent or late now, where, and who is on it. */
export function Abnormal({ cases, now, onPick, most }: Picking & { cases: readonly WallCase[]; most: number }) {
  const words = useWords();
  const { t, code } = words;
  return (
    <section className={`${styles.card ?? ""} ${styles.abnormal ?? ""}`} aria-label={t("wall.abnormal")}>
      <h2>{t("wall.abnormal")}</h2>
      {cases.length === 0 && <p className={styles.calm}>{t("wall.abnormalNone")}</p>}
      <ul>
        {cases.slice(0, most).map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onPick(one.id)} data-urgent={one.urgent}>
              <b>
                {one.urgent && <em>{t("wall.urgent")}</em>}
                {one.matter}
              </b>
              <span>{one.place}</span>
              <span className={styles.who}>{one.unit === null && !one.claimed ? code("state", one.state) : onIt(one, t)}</span>
              <span className={styles.time} data-late={one.overdue}>
                {dueWords(one.due_at, now, words)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const COLUMNS = ["filed", "closing_rate", "timely_closing_rate", "rework_rate", "score"] as const;
const SHORT = ["filed", "timely_closing_rate"] as const;
const BY = "timely_closing_rate";

/** Streets by how many of their cases were closed in time: a few beside the map, or the whole table. */
export function Ranks({ figures, whole = false }: { figures: WallFigures | undefined; whole?: boolean }) {
  const { t, pick } = useWords();
  const shown = whole ? COLUMNS : SHORT;
  const worth = (row: { values: Record<string, number | null | undefined> }): number => row.values[BY] ?? -1;
  const rows = [...(figures?.rows ?? [])].sort((a, b) => worth(b) - worth(a) || (b.values.filed ?? 0) - (a.values.filed ?? 0));
  const columns = shown.map((code) => figures?.columns.find((one) => one.code === code)).filter((one) => one !== undefined);
  return (
    <section className={`${styles.card ?? ""} ${styles.ranks ?? ""}`} data-whole={whole} aria-label={t("wall.ranks")}>
      <h2>
        {t("wall.ranks")}
        <small>{t("wall.month")}</small>
      </h2>
      {rows.length === 0 ? (
        <p className={styles.calm}>{t(figures === undefined ? "wall.judging" : "wall.ranksNone")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("wall.rank")}</th>
              <th scope="col">{t("wall.place")}</th>
              {columns.map((one) => (
                <th key={one.code} scope="col">
                  {pick(one.label_zh, one.label_en)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, whole ? 14 : 6).map((row, index) => (
              <tr key={row.id ?? row.name}>
                <td>{index + 1}</td>
                <th scope="row">{row.name}</th>
                {columns.map((one) => {
                  const value = row.values[one.code] ?? null;
                  return (
                    <td key={one.code}>
                      {whole && one.unit === "%" && value !== null && <meter min={0} max={100} value={value} aria-hidden="true" />}
                      {figure(value === null ? null : Math.round(value * 10) / 10, one.unit === "%" ? "" : one.unit)}
                      {one.unit === "%" && value !== null && <i>%</i>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const STEP = 5_000;
const AT_ONCE = 3;

/** What happened last: the newest three, then older ones by threes; something new starts it over. */
export function Strip({ lines, now, onPick }: Picking & { lines: readonly WallLine[] }) {
  const { t } = useWords();
  const newest = lines[0] === undefined ? "" : `${lines[0].case_id}${lines[0].type}`;
  const [turn, setTurn] = useState({ newest, page: 0 });
  const pages = Math.max(1, Math.ceil(lines.length / AT_ONCE));
  const page = turn.newest === newest ? turn.page % pages : 0;
  useEffect(() => {
    const timer = setInterval(() => setTurn((last) => ({ newest, page: last.newest === newest ? last.page + 1 : 1 })), STEP);
    return () => clearInterval(timer);
  }, [newest]);
  return (
    <section className={styles.strip} aria-label={t("wall.strip")}>
      <h2>{t("wall.strip")}</h2>
      {lines.length === 0 && <p className={styles.calm}>{t("wall.stripNone")}</p>}
      <ul key={page}>
        {lines.slice(page * AT_ONCE, page * AT_ONCE + AT_ONCE).map((line) => (
          <li key={`${line.case_id}${line.type}${line.at}`}>
            <button type="button" onClick={() => onPick(line.case_id)} data-urgent={line.urgent}>
              <time dateTime={line.at}>{short(line.at, now)}</time>
              <em data-type={line.type}>{t(`wall.fact.${line.type}` as Word)}</em>
              <b>{line.matter}</b>
              <span>{line.place}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
