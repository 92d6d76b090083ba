import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Form, Input, InputNumber } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { decisionsQuery, proposalsQuery, ruleChanges, useRuleChange, type Proposal } from "@/features/rules/queries";
import styles from "@/features/rules/rules.module.css";
import { percent } from "@/features/rules/words";
import { useWords, type Words } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Card } from "@/shared/parts/Card";
import { Bar, explain, Failure, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** What is proposed of rules and devices that were often wrong, with the effect over the history. */
export function ProposalList() {
  const { t } = useWords();
  const found = useQuery(proposalsQuery);
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  return (
    <div className={styles.stack}>
      {found.data.items.length === 0 && <Nothing title={t("proposals.none")}><p>{t("proposals.noneHint")}</p></Nothing>}
      {found.data.items.map((one) => <One key={`${one.about} ${one.key}`} proposal={one} />)}
      <Decisions />
    </div>
  );
}

function One({ proposal }: { proposal: Proposal }) {
  const { t, pick } = useWords();
  const may = useMay(proposal.about === "rule" ? "alarms.manage" : "devices.write");
  const { trial, effect, device } = proposal;
  return (
    <Card title={device === null ? proposal.key : device.name || device.code} aside={<Where proposal={proposal} />}>
      <div className={styles.proposal}>
        <p>{pick(proposal.reason_zh, proposal.reason_en)}</p>
        <Verdicts proposal={proposal} />
        {effect !== null && <p>{t("proposals.effect", { from: proposal.bound ?? "—", to: effect.bound, kept: effect.kept_true, lost: effect.lost_true, still: effect.kept_false, fewer: effect.removed_false, precision: percent(effect.precision) })}</p>}
        {trial !== null && trial !== undefined && <Tried trial={trial} />}
        {may && <Buttons proposal={proposal} />}
      </div>
    </Card>
  );
}

function Where({ proposal }: { proposal: Proposal }) {
  const { t, code } = useWords();
  return (
    <>
      <Tag tone="ochre">{code("proposal_action", proposal.action)}</Tag>{" "}
      {proposal.device === null ? <Link to="/rules/$code" params={{ code: proposal.key.split("/")[0] ?? "" }}>{t("proposals.open")}</Link> : <Link to="/devices/$deviceId" params={{ deviceId: proposal.device.id }}>{t("proposals.open")}</Link>}
    </>
  );
}

function Verdicts({ proposal }: { proposal: Proposal }) {
  const { t, code } = useWords();
  const counts = (["true", "false", "fault", "test"] as const).map((one) => `${code("alarm_verdict", one)} ${String(proposal.verdicts[`n_${one}`])}`);
  return <p className={styles.faint}>{t("rules.verdicts", { n: proposal.verdicts.counted })}：{counts.join(" · ")}</p>;
}

function Buttons({ proposal }: { proposal: Proposal }) {
  const { t, code } = useWords();
  const change = useRuleChange();
  const [asking, setAsking] = useState<"accepted" | "refused" | null>(null);
  const bound = proposal.effect?.bound;
  return (
    <>
      <div className={styles.bar}>
        {bound !== undefined && <Button loading={change.isPending} onClick={() => change.mutate(() => ruleChanges.attemptProposal(proposal.key, bound))}>{t("proposals.try")}</Button>}
        <Button type="primary" onClick={() => setAsking("accepted")}>{code("proposal_do", proposal.action)}</Button>
        <Button onClick={() => setAsking("refused")}>{t("proposals.refuse")}</Button>
      </div>
      {change.isError && <Alert type="error" showIcon title={explain(change.error, t)} />}
      {asking !== null && <DecideDialog proposal={proposal} decision={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Tried({ trial }: { trial: NonNullable<Proposal["trial"]> }) {
  const { t, code } = useWords();
  if (trial.state !== "done")
    return (
      <p>
        <Link to="/trials/$trialId" params={{ trialId: trial.id }}>{t("trials.one")}</Link> {code("trial_state", trial.state)} {Math.round(trial.done * 100)}%
      </p>
    );
  const { kept_true = 0, kept_false = 0, lost_true = 0, removed_false = 0 } = trial;
  const kept = kept_true + kept_false;
  return (
    <p>
      <Link to="/trials/$trialId" params={{ trialId: trial.id }}>{t("trials.one")}</Link>：
      {t("proposals.tried", { bound: trial.bound ?? "—", raised: trial.raised ?? 0, really: trial.really ?? 0, kept: kept_true, lost: lost_true, fewer: removed_false, precision: percent(kept === 0 ? null : kept_true / kept) })}
      {(trial.unheard ?? 0) > 0 && <span className={styles.faint}> {t("trials.unheard", { n: trial.unheard ?? 0 })}</span>}
    </p>
  );
}

function DecideDialog({ proposal, decision, onClose }: { proposal: Proposal; decision: "accepted" | "refused"; onClose: () => void }) {
  const { t, code } = useWords();
  const change = useRuleChange();
  const threshold = decision === "accepted" && proposal.action === "threshold";
  const bound = proposal.trial?.state === "done" ? (proposal.trial.bound ?? proposal.effect?.bound) : proposal.effect?.bound;
  const send = (asked: { bound?: number; reason?: string }): Promise<unknown> =>
    change.mutateAsync(() => ruleChanges.decide({ about: proposal.about, key: proposal.key, action: proposal.action, decision, reason: asked.reason?.trim() ?? "", ...(threshold && asked.bound !== undefined && { bound: asked.bound }) }));
  const ok = decision === "accepted" ? code("proposal_do", proposal.action) : t("proposals.refuse");
  return (
    <AskDialog<{ bound?: number; reason?: string }> title={titleOf(proposal, ok)} ok={ok} danger={proposal.action === "retire" && decision === "accepted"} initial={bound === undefined ? {} : { bound }} send={send} onClose={onClose}>
      {threshold && <Form.Item name="bound" label={t("rules.bound")} extra={t("proposals.boundHint")} rules={[{ required: true, message: t("form.required") }]}><InputNumber style={{ width: "100%" }} /></Form.Item>}
      {decision === "accepted" && !threshold && <p>{hint(proposal, t)}</p>}
      <Form.Item name="reason" label={t("step.reason")} rules={decision === "refused" ? [{ required: true, whitespace: true, message: t("form.required") }] : []}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}

function titleOf(proposal: Proposal, ok: string): string {
  return `${ok} · ${proposal.device === null ? proposal.key : proposal.device.name || proposal.device.code}`;
}

function hint(proposal: Proposal, t: Words["t"]): string {
  if (proposal.action === "repair") return t("proposals.repairHint");
  return proposal.action === "retire" ? t("proposals.retireHint") : t("proposals.reviewHint");
}

function Decisions() {
  const { t, code } = useWords();
  const now = useNow();
  const may = useMay("alarms.manage");
  const found = useQuery({ ...decisionsQuery, enabled: may });
  const rows = found.data?.items ?? [];
  if (!may || rows.length === 0) return null;
  return (
    <Card title={t("proposals.decided")}>
      <table className={styles.plain}>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td>{one.about === "rule" ? <Link to="/rules/$code" params={{ code: one.key.split("/")[0] ?? "" }}>{one.key}</Link> : <Link to="/devices/$deviceId" params={{ deviceId: one.key }}>{t("devices.one")}</Link>}</td>
              <td>{code("proposal_action", one.action)}{one.bound !== null && ` → ${String(one.bound)}`}</td>
              <td><Tag tone={one.decision === "accepted" ? "malachite" : "stone"}>{code("proposal_decision", one.decision)}</Tag> {one.reason}</td>
              <td className={styles.faint}>{one.decided_name} · {short(one.decided_at, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
