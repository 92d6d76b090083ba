import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { EditThresholds } from "@/features/signs/EditThresholds";
import { Coming } from "@/features/signs/Coming";
import { LevelTag } from "@/features/signs/LevelTag";
import { partsQuery, rowsQuery, signQuery, type SignDetail, type SignRow } from "@/features/signs/queries";
import { shown } from "@/features/signs/reading";
import { Trend } from "@/features/signs/Trend";
import styles from "@/features/signs/signs.module.css";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

interface SignDrawerProps {
  code: string;
  node: string | undefined;
  onPlace: (node: string) => void;
  onClose: () => void;
}

/** One sign of a place: what it says of itself, how it went, where it is worst, and the rows it is made of. */
export function SignDrawer({ code, node, onPlace, onClose }: SignDrawerProps) {
  const { t, pick } = useWords();
  const found = useQuery(signQuery(code, node));
  const may = useMay("signs.manage");
  const [editing, setEditing] = useState(false);
  const sign = found.data;
  return (
    <Drawer
      open
      size={720}
      title={sign === undefined ? code : `${pick(sign.definition.name_zh, sign.definition.name_en)} · ${sign.place.name}`}
      extra={sign !== undefined && may && <Button onClick={() => setEditing(true)}>{t("signs.edit")}</Button>}
      onClose={onClose}
    >
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Bar width="100%" style={{ height: 180 }} />}
      {sign !== undefined && (
        <>
          <div className={styles.now}>
            <b>{shown(sign.now.value, sign.now.unit)}</b>
            <LevelTag sign={sign.now} />
          </div>
          <p className={styles.why}>{sign.explanation}</p>
          {sign.error !== null && <p className={styles.faint}>{sign.error}</p>}
          <Section title={t("signs.history")}>
            <Trend sign={sign} />
          </Section>
          <Section title={t("signs.forecast")}>
            <Coming code={code} node={node} unit={sign.now.unit} />
          </Section>
          <Facts sign={sign} />
          <Section title={t("signs.parts")}>
            <Ranks code={code} node={node} unit={sign.now.unit} onPlace={onPlace} />
          </Section>
          {sign.actions.length > 0 && (
            <Section title={t("signs.actions")}>
              <Actions sign={sign} />
            </Section>
          )}
          <Section title={t("signs.rows")}>
            <Rows code={code} node={node} />
          </Section>
          {editing && <EditThresholds definition={sign.definition} onClose={() => setEditing(false)} />}
        </>
      )}
    </Drawer>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Facts({ sign }: { sign: SignDetail }) {
  const { t, code } = useWords();
  const { definition: one } = sign;
  const limits = [one.yellow, one.orange, one.red].map((text) => (text === undefined || text === "" ? "—" : text)).join(" / ");
  const facts: [string, string][] = [
    [t("signs.formula"), one.formula_zh ?? ""],
    [t("signs.thresholds"), limits],
    [t("signs.owner"), one.owner ?? ""],
    [t("signs.onRed"), code("sign_action", one.on_red ?? "none")],
    [t("signs.hold"), one.hold ?? ""],
    [t("signs.minN"), one.min_n ? String(one.min_n) : ""],
    [t("signs.before"), shown(sign.before, one.unit)],
    [t("signs.yearAgo"), sign.year_ago === null ? "" : shown(sign.year_ago, one.unit)],
    [t("signs.usual"), sign.mean === null ? "" : t("signs.usualOf", { mean: shown(sign.mean), sd: shown(sign.sd), n: sign.samples })],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Ranks({ code, node, unit, onPlace }: { code: string; node: string | undefined; unit: string; onPlace: (node: string) => void }) {
  const { t } = useWords();
  const found = useQuery(partsQuery(code, node));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="80%" />;
  if (found.data.items.length === 0) return <p className={styles.faint}>{t("signs.noParts")}</p>;
  const most = Math.max(...found.data.items.map(({ value }) => Math.abs(value ?? 0)), 1e-9);
  return (
    <ol className={styles.ranks}>
      {found.data.items.map((part) => (
        <li key={part.id}>
          <button type="button" onClick={() => onPlace(part.id)}>
            <span className={styles.rank}>{part.rank ?? ""}</span>
            <span>{part.name}</span>
            <i data-level={part.level} style={{ inlineSize: `${(Math.abs(part.value ?? 0) / most) * 100}%` }} />
            <b>{shown(part.value, unit)}</b>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Actions({ sign }: { sign: SignDetail }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <ul className={styles.rows}>
      {sign.actions.map((action) => (
        <li key={action.id}>
          <span>
            <b>{code("sign_action", action.kind)}</b> {action.kind === "case" && action.object_id !== null ? <Link to="/cases/$caseId" params={{ caseId: action.object_id }}>{action.number}</Link> : action.number}
          </span>
          <small>
            {short(action.opened_at, now)} · {action.closed_at === null ? t("signs.standing") : `${t("signs.over")} ${short(action.closed_at, now)}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Rows({ code, node }: { code: string; node: string | undefined }) {
  const { t, code: label } = useWords();
  const found = useInfiniteQuery(rowsQuery(code, node));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const rows = found.data?.pages.flatMap((page) => page.items);
  if (rows === undefined) return <Bar width="80%" />;
  if (rows.length === 0) return <p className={styles.faint}>{t("signs.noRows")}</p>;
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={`${row.kind}${row.item}`}>
            <span>
              {label("sign_row", row.kind)} <Item row={row} /> <small>{row.place}</small>
            </span>
            <small>{row.bottom === null ? t("signs.counts", { top: shown(row.top) }) : t("signs.countsOf", { top: shown(row.top), bottom: shown(row.bottom) })}</small>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button block loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("signs.moreRows")}
        </Button>
      )}
    </>
  );
}

function Item({ row }: { row: SignRow }) {
  const short_ = row.label === undefined || row.label === "" ? row.item.slice(-8) : row.label;
  if (row.kind === "case" || row.kind === "order") return <Link to="/cases/$caseId" params={{ caseId: row.item }}>{short_}</Link>;
  if (row.kind === "alarm") return <Link to="/alarms/$alarmId" params={{ alarmId: row.item }}>{short_}</Link>;
  if (row.kind === "device") return <Link to="/devices/$deviceId" params={{ deviceId: row.item }}>{short_}</Link>;
  if (row.kind === "event") return <Link to="/events/$eventId" params={{ eventId: row.item }}>{short_}</Link>;
  return <>{short_}</>;
}
