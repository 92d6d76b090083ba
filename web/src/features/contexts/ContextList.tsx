import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { ContextDialog } from "@/features/contexts/ContextDialog";
import { CODES, contextChanges, contextsQuery, useContextChange, type Context, type ContextSearch } from "@/features/contexts/queries";
import { rulesQuery } from "@/features/rules/queries";
import { usePlaceNames } from "@/features/silences/Pickers";
import { STATES } from "@/features/silences/queries";
import { SILENCE_TONES } from "@/features/silences/tones";
import { useWords, type Words } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const KNOWN: ReadonlySet<string> = new Set(CODES);

function nameOf(context: Context, code: Words["code"]): string {
  return KNOWN.has(context.code) ? code("alarm_context", context.code) : context.code;
}

/** Contexts that hold, will hold or are over: where, since when, by whom, and how many rules read them. */
export function ContextList() {
  const { t, code } = useWords();
  const now = useNow();
  const may = useMay("alarms.silence");
  const [search, setSearch] = useState<ContextSearch>({});
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Context | null>(null);
  const found = useInfiniteQuery(contextsQuery(search));
  const rules = useQuery(rulesQuery).data?.rules ?? [];
  const change = useContextChange();
  const readers = (context: Context): number => rules.filter((rule) => [...(rule.unless ?? []), ...(rule.only ?? [])].includes(context.code)).length;
  const seek = (words: string): void => setSearch({ ...(search.state !== undefined && { state: search.state }), ...(words.trim() !== "" && { words: words.trim() }) });
  const state = (next: ContextSearch["state"] | null): void => setSearch({ ...(search.words !== undefined && { words: search.words }), ...(next != null && { state: next }) });
  useKeys({ n: () => may && setMaking(true) });
  return (
    <>
      <Tools end={may && <Button type="primary" onClick={() => setMaking(true)}>{t("contexts.new")} (n)</Button>}>
        <Input.Search allowClear aria-label={t("contexts.search")} placeholder={t("contexts.search")} onSearch={seek} style={{ width: 240 }} />
        <Select allowClear aria-label={t("quiet.state")} placeholder={t("quiet.state")} value={search.state ?? null} onChange={state} options={STATES.map((value) => ({ value, label: code("silence_state", value) }))} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("quiet.contexts")}
        empty={t("contexts.none")}
        hint={t("contexts.noneHint")}
        columns={[
          { key: "code", title: t("contexts.code"), show: (row) => <>{nameOf(row, code)}<span className={styles.sub}>{row.code}</span></> },
          { key: "where", title: t("quiet.what"), as: "wide", show: (row) => <><Place context={row} /><span className={styles.sub}>{row.reason}</span></> },
          { key: "rules", title: t("quiet.rule"), as: "tight", show: (row) => (readers(row) === 0 ? t("contexts.noRules") : t("contexts.rules", { n: readers(row) })) },
          { key: "span", title: t("quiet.span"), as: "tight", show: (row) => <>{short(row.begins, now)} – {row.ends === null ? t("quiet.open") : short(row.ends, now)}</> },
          { key: "state", title: t("quiet.state"), show: (row) => <><Tag tone={SILENCE_TONES[row.state]}>{code("silence_state", row.state)}</Tag>{row.ended_name !== "" && <span className={styles.sub} title={row.end_reason}>{t("quiet.endedBy", { name: row.ended_name })}</span>}</> },
          { key: "by", title: t("quiet.by"), as: "tight", show: (row) => <>{row.set_name || t("quiet.platform")}{row.source !== row.id && row.source !== "" && <span className={styles.sub}><Source source={row.source} /></span>}</> },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => may && row.state !== "ended" && <Button size="small" onClick={() => setEnding(row)}>{t("quiet.end")}</Button> },
        ]}
      />
      {making && <ContextDialog onClose={() => setMaking(false)} />}
      {ending !== null && (
        <ReasonDialog
          danger
          title={t("quiet.endTitle", { what: nameOf(ending, code) })}
          label={t("quiet.reason")}
          hint={t("contexts.endHint")}
          ok={t("quiet.end")}
          send={(reason) => change.mutateAsync(() => contextChanges.end(ending.id, reason))}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}

/** What wrote it: a case is a link. */
function Source({ source }: { source: string }) {
  const { t } = useWords();
  const [what, id] = source.split(" ");
  if (what === "case" && id !== undefined) return <Link to="/cases/$caseId" params={{ caseId: id }}>{t("contexts.source", { source: t("nav.cases") })}</Link>;
  return t("contexts.source", { source });
}

function Place({ context }: { context: Context }) {
  const { t } = useWords();
  const placeOf = usePlaceNames();
  if (context.device_id !== null) return <Link to="/devices/$deviceId" params={{ deviceId: context.device_id }}>{context.device_name ?? context.device_id.slice(0, 8)}</Link>;
  if (context.jurisdiction_id !== null) return placeOf(context.jurisdiction_id);
  return t("contexts.circle", { lon: context.lon?.toFixed(4) ?? "", lat: context.lat?.toFixed(4) ?? "", m: context.radius_m ?? 0 });
}
