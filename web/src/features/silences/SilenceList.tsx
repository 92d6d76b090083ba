import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { Covers } from "@/features/silences/Covers";
import { KINDS, silenceChanges, silencesQuery, STATES, useSilenceChange, type Silence, type SilenceSearch } from "@/features/silences/queries";
import { SilenceDialog } from "@/features/silences/SilenceDialog";
import { SILENCE_TONES } from "@/features/silences/tones";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Narrowing = { [Field in keyof SilenceSearch]: SilenceSearch[Field] | undefined };

/** Drops what is not sought. */
function kept({ kind, state, words }: Narrowing): SilenceSearch {
  return { ...(kind !== undefined && { kind }), ...(state !== undefined && { state }), ...(words !== undefined && words !== "" && { words }) };
}

/** Silences, maintenance windows and drills: what holds now, what comes, what is over. */
export function SilenceList() {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const may = useMay("alarms.silence");
  const [search, setSearch] = useState<SilenceSearch>({ state: "active" });
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Silence | null>(null);
  const found = useInfiniteQuery(silencesQuery(search));
  const narrow = (next: Narrowing): void => setSearch(kept({ ...search, ...next }));
  useKeys({ n: () => may && setMaking(true) });
  return (
    <>
      <Tools end={may && <Button type="primary" onClick={() => setMaking(true)}>{t("quiet.new")} (n)</Button>}>
        <Input.Search allowClear aria-label={t("quiet.search")} placeholder={t("quiet.search")} onSearch={(words) => narrow({ words: words.trim() })} style={{ width: 240 }} />
        <Select allowClear aria-label={t("quiet.state")} placeholder={t("quiet.state")} value={search.state ?? null} onChange={(state: SilenceSearch["state"] | null) => narrow({ state: state ?? undefined })} options={STATES.map((value) => ({ value, label: code("silence_state", value) }))} />
        <Select allowClear aria-label={t("quiet.kind")} placeholder={t("quiet.kind")} value={search.kind ?? null} onChange={(kind: SilenceSearch["kind"] | null) => narrow({ kind: kind ?? undefined })} options={KINDS.map((value) => ({ value, label: code("silence_kind", value) }))} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("quiet.silences")}
        empty={t("quiet.none")}
        hint={t("quiet.noneHint")}
        onOpen={(row) => void navigate({ to: "/silences/$silenceId", params: { silenceId: row.id } })}
        columns={[
          { key: "kind", title: t("quiet.kind"), show: (row) => <Link to="/silences/$silenceId" params={{ silenceId: row.id }}>{code("silence_kind", row.kind)}</Link> },
          { key: "what", title: t("quiet.what"), as: "wide", show: (row) => <><Covers silence={row} /><span className={styles.sub}>{row.reason}</span></> },
          { key: "span", title: t("quiet.span"), as: "tight", show: (row) => <>{short(row.starts_at, now)} – {short(row.ends_at, now)}</> },
          { key: "state", title: t("quiet.state"), show: (row) => <><Tag tone={SILENCE_TONES[row.state]}>{code("silence_state", row.state)}</Tag>{row.ended_early && <span className={styles.sub}>{t("quiet.endedBy", { name: row.ended_name ?? "" })}</span>}</> },
          { key: "by", title: t("quiet.by"), as: "tight", show: (row) => <>{row.made_name}<span className={styles.sub}>{short(row.made_at, now)}</span></> },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => may && row.state !== "ended" && <Button size="small" onClick={() => setEnding(row)}>{t("quiet.end")}</Button> },
        ]}
      />
      {making && <SilenceDialog onClose={() => setMaking(false)} />}
      {ending !== null && <EndSilence silence={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

/** Ends a silence with the reason that is kept beside it. */
export function EndSilence({ silence, onClose }: { silence: Silence; onClose: () => void }) {
  const { t, code } = useWords();
  const change = useSilenceChange();
  return (
    <ReasonDialog
      danger
      title={t("quiet.endTitle", { what: code("silence_kind", silence.kind) })}
      label={t("quiet.reason")}
      hint={t("quiet.endHint")}
      ok={t("quiet.end")}
      send={(reason) => change.mutateAsync(() => silenceChanges.end(silence.id, reason))}
      onClose={onClose}
    />
  );
}
