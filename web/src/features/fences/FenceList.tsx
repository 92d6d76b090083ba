import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import { useMay } from "@/features/access/session";
import { classesQuery } from "@/features/devices/queries";
import { FenceDialog } from "@/features/fences/FenceDialog";
import own from "@/features/fences/fences.module.css";
import { LazyFenceMap } from "@/features/fences/LazyFenceMap";
import { fenceChanges, fencesQuery, fenceVersionsQuery, useFenceChange, type Fence } from "@/features/fences/queries";
import { cornersOf } from "@/features/fences/rings";
import { rulesQuery } from "@/features/rules/queries";
import { useClassName } from "@/features/silences/Covers";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Listing } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Asking = { what: "draw" } | { what: "move" | "end"; fence: Fence } | null;

/** Fences on the map: for which vehicles they hold, which rule judges them, since when. */
export function FenceList() {
  const { t, code } = useWords();
  const now = useNow();
  const manages = useMay("alarms.manage");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState<Asking>(null);
  const found = useQuery(fencesQuery);
  const versions = useQuery(fenceVersionsQuery).data?.items ?? [];
  const classOf = useClassName();
  const items = found.data?.items;
  const shown = useMemo(() => (items ?? []).map((one) => ({ code: one.code, corners: cornersOf(one.outline) })), [items]);
  const rows = items?.map((one) => ({ ...one, id: one.code })).filter((one) => `${one.code} ${one.device_class} ${classOf(one.device_class)}`.toLowerCase().includes(words.trim().toLowerCase()));
  useKeys({ n: () => manages && setAsking({ what: "draw" }) });
  return (
    <>
      <Tools end={manages && <Button type="primary" onClick={() => setAsking({ what: "draw" })}>{t("fences.new")} (n)</Button>}>
        <Input.Search allowClear aria-label={t("fences.search")} placeholder={t("fences.search")} onChange={(event) => setWords(event.target.value)} style={{ width: 240 }} />
      </Tools>
      <div className={own.list}>
        <div>
          <Listing
            source={{ rows, error: found.error, retry: () => void found.refetch() }}
            label={t("fences.title")}
            empty={t("fences.none")}
            hint={t("fences.noneHint")}
            onOpen={(row) => setChosen(row.code)}
            columns={[
              { key: "code", title: t("fences.title"), as: "wide", show: (row) => <>{row.code}<span className={styles.sub}>{classOf(row.device_class)} · <MetricName fence={row} /></span>{row.outline === null && <Tag tone="cinnabar">{t("fences.gone")}</Tag>}</> },
              { key: "side", title: t("fences.side"), as: "tight", show: (row) => code("fence_side", row.side) },
              { key: "rule", title: t("fences.rule"), show: (row) => <JudgedBy fence={row} /> },
              { key: "since", title: t("fences.version"), as: "tight", show: (row) => { const version = versions.find((one) => one.code === row.code); return version === undefined ? "—" : <span title={version.note}>{short(version.valid_from, now)}</span>; } },
              { key: "act", title: t("accounts.changes"), as: "act", show: (row) => manages && <><Button size="small" onClick={() => setAsking({ what: "move", fence: row })}>{t("fences.move")}</Button> <Button size="small" danger onClick={() => setAsking({ what: "end", fence: row })}>{t("rules.end")}</Button></> },
            ]}
          />
        </div>
        <div><LazyFenceMap shown={shown} chosen={chosen} /></div>
      </div>
      <Asked asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}

function Asked({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  if (asking === null) return null;
  if (asking.what === "draw") return <FenceDialog onClose={onClose} />;
  return asking.what === "move" ? <FenceDialog fence={asking.fence} onClose={onClose} /> : <EndFence code={asking.fence.code} onClose={onClose} />;
}

/** What a metric is called, and the rule that looks at it. */
function useJudging(fence: Fence) {
  const { pick } = useWords();
  const metric = useQuery(classesQuery).data?.items.find((kind) => kind.code === fence.device_class)?.metrics.find((each) => each.code === fence.metric);
  const rules = useQuery(rulesQuery).data?.rules;
  const rule = rules?.find((one) => one.device_class === fence.device_class && one.metric === fence.metric);
  return { metric: metric === undefined ? fence.metric : pick(metric.name, metric.name_en ?? "") || metric.name, rule, waits: rules === undefined };
}

function MetricName({ fence }: { fence: Fence }) {
  return useJudging(fence).metric;
}

function JudgedBy({ fence }: { fence: Fence }) {
  const { t, pick } = useWords();
  const { rule, waits } = useJudging(fence);
  if (waits) return "…";
  if (rule === undefined) return <Tag tone="ochre">{t("fences.noRule")}</Tag>;
  return <Link to="/rules/$code" params={{ code: rule.code }}>{pick(rule.name_zh ?? "", rule.name_en ?? "") || rule.code}</Link>;
}

function EndFence({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useWords();
  const change = useFenceChange();
  return <ReasonDialog danger title={`${t("fences.end")} ${code}`} label={t("quiet.reason")} hint={t("fences.endHint")} ok={t("fences.end")} send={(reason) => change.mutateAsync(() => fenceChanges.end(code, reason))} onClose={onClose} />;
}
