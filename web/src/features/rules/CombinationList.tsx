import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import { CombinationDialog } from "@/features/rules/CombinationDialog";
import type { Combination, RuleSet } from "@/features/rules/model";
import { firingQuery, ruleChanges, rulesQuery, useRuleChange } from "@/features/rules/queries";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Listing } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag } from "@/shared/parts/Tag";

type Asking = { what: "new" } | { what: "edit" | "end"; one: Combination } | null;

/** Alarms over alarms: their parts as they stand now, and where a combination holds. */
export function CombinationList() {
  const { t, code } = useWords();
  const manages = useMay("alarms.manage");
  const [words, setWords] = useState("");
  const [asking, setAsking] = useState<Asking>(null);
  const found = useQuery(rulesQuery);
  const firing = useQuery(firingQuery).data?.items ?? [];
  const standing = (rule: string): number => firing.find((one) => one.key === rule)?.firing ?? 0;
  const all = found.data;
  const rows = all === undefined ? undefined : sought(all, words);
  useKeys({ n: () => manages && setAsking({ what: "new" }) });
  return (
    <>
      <Tools end={manages && <Button type="primary" disabled={all === undefined} onClick={() => setAsking({ what: "new" })}>{t("combos.new")} (n)</Button>}>
        <Input.Search allowClear aria-label={t("combos.search")} placeholder={t("combos.search")} onChange={(event) => setWords(event.target.value)} style={{ width: 240 }} />
      </Tools>
      <Listing
        source={{ rows, error: found.error, retry: () => void found.refetch() }}
        label={t("combos.title")}
        empty={t("combos.none")}
        hint={t("combos.noneHint")}
        {...(manages && { onOpen: (one: Combination) => setAsking({ what: "edit", one }) })}
        columns={[
          { key: "code", title: t("combos.code"), show: (row) => <>{row.code}<span className={styles.sub}><Tag tone={SEVERITY_TONES[row.severity] ?? "stone"}>{code("severity", row.severity)}</Tag></span></> },
          { key: "parts", title: t("combos.members"), as: "wide", show: (row) => <Members combination={row} all={all} standing={standing} /> },
          { key: "when", title: t("combos.when"), show: (row) => <When combination={row} /> },
          { key: "now", title: t("combos.now"), as: "tight", show: (row) => (standing(row.code) === 0 ? <Tag>{t("combos.quiet")}</Tag> : <Tag tone="filled">{t("combos.stands", { n: standing(row.code) })}</Tag>) },
          { key: "act", title: t("accounts.changes"), as: "act", show: (row) => manages && <><Button size="small" onClick={() => setAsking({ what: "edit", one: row })}>{t("combos.edit")}</Button> <Button size="small" danger onClick={() => setAsking({ what: "end", one: row })}>{t("rules.end")}</Button></> },
        ]}
      />
      {all !== undefined && <Asked all={all} asking={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function sought(all: RuleSet, words: string): (Combination & { id: string })[] {
  const wanted = words.trim().toLowerCase();
  return (all.combinations ?? []).map((one) => ({ ...one, id: one.code })).filter((one) => `${one.code} ${one.members.map((part) => part.rule).join(" ")}`.toLowerCase().includes(wanted));
}

function Asked({ all, asking, onClose }: { all: RuleSet; asking: Asking; onClose: () => void }) {
  if (asking === null) return null;
  if (asking.what === "new") return <CombinationDialog all={all} onClose={onClose} />;
  return asking.what === "edit" ? <CombinationDialog all={all} one={asking.one} onClose={onClose} /> : <EndCombination code={asking.one.code} onClose={onClose} />;
}

interface MembersProps {
  combination: Combination;
  all: RuleSet | undefined;
  standing: (rule: string) => number;
}

function Members({ combination, all, standing }: MembersProps) {
  const { t, pick } = useWords();
  return combination.members.map((part) => {
    const rule = all?.rules?.find((one) => one.code === part.rule);
    const firing = standing(part.rule);
    return (
      <span key={`${part.rule}/${part.condition}`} style={{ display: "block" }}>
        <Link to="/rules/$code" params={{ code: part.rule }}>{pick(rule?.name_zh ?? "", rule?.name_en ?? "") || part.rule}</Link> · {part.condition} {firing > 0 && <Tag tone="cinnabar">{t("combos.firing", { n: firing })}</Tag>}
      </span>
    );
  });
}

function When({ combination }: { combination: Combination }) {
  const { t, code } = useWords();
  const n = combination.at_least ?? 2;
  const within = combination.within_s;
  return (
    <>
      {within == null ? t("combos.need", { n }) : t("combos.needWithin", { n, s: within })}
      <span className={styles.sub}>
        {code("combination_across", combination.across)}
        {combination.distance_m != null && ` · ${t("combos.far", { m: combination.distance_m })}`}
      </span>
    </>
  );
}

function EndCombination({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useWords();
  const change = useRuleChange();
  return <ReasonDialog danger title={`${t("combos.end")} ${code}`} label={t("quiet.reason")} hint={t("combos.endHint")} ok={t("combos.end")} send={(reason) => change.mutateAsync(() => ruleChanges.end("combinations", code, reason))} onClose={onClose} />;
}
