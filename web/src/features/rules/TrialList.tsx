import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Progress } from "antd";
import { trialsQuery } from "@/features/rules/queries";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import styles from "@/shared/parts/page.module.css";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day, short } from "@/shared/time/format";

export const TRIAL_TONES: Partial<Record<string, Tone>> = { waiting: "ochre", running: "azurite", done: "malachite", failed: "cinnabar" };

/** What was tried lately. */
export function TrialList() {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const found = useQuery(trialsQuery);
  return (
    <Listing
      source={whole(found)}
      label={t("rules.trials")}
      empty={t("trials.none")}
      hint={t("trials.noneHint")}
      onOpen={(row) => void navigate({ to: "/trials/$trialId", params: { trialId: row.id } })}
      columns={[
        { key: "rules", title: t("rules.one"), as: "wide", show: (row) => <Link to="/trials/$trialId" params={{ trialId: row.id }}>{row.codes.slice(0, 3).join("、")}{row.codes.length > 3 && ` +${String(row.codes.length - 3)}`}</Link> },
        { key: "span", title: t("trials.span"), as: "tight", show: (row) => `${day(row.since)} – ${day(row.until)}` },
        { key: "state", title: t("accounts.state"), show: (row) => <><Tag tone={TRIAL_TONES[row.state] ?? "stone"}>{code("trial_state", row.state)}</Tag>{row.state === "running" && <Progress percent={Math.round(row.done * 100)} size="small" />}{row.error !== "" && <span className={styles.sub}>{row.error}</span>}</> },
        { key: "asked", title: t("trials.asked"), as: "tight", show: (row) => short(row.asked_at, now) },
      ]}
    />
  );
}
