import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Progress } from "antd";
import { useState } from "react";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import { DayBars } from "@/features/rules/DayBars";
import { lasting, type RuleSet } from "@/features/rules/model";
import { PublishDialog } from "@/features/rules/PublishDialog";
import { ruleChanges, trialQuery, useRuleChange, type Trial } from "@/features/rules/queries";
import styles from "@/features/rules/rules.module.css";
import { everyDay, precisionOf, type TrialResult, type TrialRule } from "@/features/rules/trial";
import { TRIAL_TONES } from "@/features/rules/TrialList";
import { Conditions, percent, unitsOf } from "@/features/rules/words";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Page } from "@/shared/parts/Page";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { exact } from "@/shared/time/format";

/** What rules would have done over a stretch of the history, beside what was really raised. */
export function TrialPage({ trialId }: { trialId: string }) {
  const found = useQuery(trialQuery(trialId));
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  return <Shown trial={found.data} />;
}

function Shown({ trial }: { trial: Trial }) {
  const { t, code } = useWords();
  const change = useRuleChange();
  const [publishing, setPublishing] = useState(false);
  const result = trial.result as unknown as TrialResult | null;
  const rules: RuleSet = trial.rules;
  const runs = trial.state === "waiting" || trial.state === "running";
  return (
    <Page
      title={t("trials.one")}
      aside={
        <>
          <Tag tone={TRIAL_TONES[trial.state] ?? "stone"}>{code("trial_state", trial.state)}</Tag>
          <span className={styles.faint}>
            {exact(trial.since).slice(0, 16)} – {exact(trial.until).slice(0, 16)}
          </span>
          <Link to="/rules" search={{ tab: "trials" }}>{t("trials.back")}</Link>
        </>
      }
    >
      <div className={styles.two}>
        <div>
          {runs && (
            <Card title={t("trials.runs")}>
              <Progress percent={Math.round(trial.done * 100)} />
              <Button onClick={() => change.mutate(() => ruleChanges.stop(trial.id))}>{t("trials.stop")}</Button>
            </Card>
          )}
          {trial.state === "failed" && <Card title={t("trials.failed")}><p role="alert">{trial.error}</p></Card>}
          {result !== null && <Found result={result} trial={trial} />}
        </div>
        <div>
          <Card title={t("trials.rules")}>
            {rules.rules?.map((one) => (
              <div key={one.code}>
                <Link to="/rules/$code" params={{ code: one.code }}>{one.code}</Link>
                <Conditions conditions={one.conditions} unit="" />
              </div>
            ))}
            <div className={styles.bar}>
              <Button type="primary" disabled={runs} onClick={() => setPublishing(true)}>{t("rules.publish")}</Button>
            </div>
            <p className={styles.faint}>{t("trials.off")}</p>
            {change.isError && <p role="alert">{explain(change.error, t)}</p>}
          </Card>
          {result !== null && <Examples result={result} />}
        </div>
      </div>
      {publishing && <PublishDialog rules={rules} changes={[]} onClose={() => setPublishing(false)} />}
    </Page>
  );
}

function Found({ result, trial }: { result: TrialResult; trial: Trial }) {
  const { t } = useWords();
  const judged = result.judged ?? [];
  const unheard = judged.reduce((all, one) => all + (one.unheard ?? 0), 0);
  const sum = (name: "kept_true" | "lost_true" | "kept_false" | "removed_false"): number => judged.reduce((all, one) => all + one[name], 0);
  const numbers: [string, string | number][] = [
    [t("trials.raised"), result.raised],
    [t("trials.really"), result.really ?? "—"],
    [t("trials.devices"), result.devices],
    [t("trials.readings"), result.readings.toLocaleString("en-US")],
    [t("trials.precision"), percent(precisionOf(judged))],
  ];
  return (
    <>
      <Card title={t("trials.found")}>
        <dl className={styles.numbers}>{numbers.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        {judged.length > 0 && <p className={styles.faint}>{t("trials.judged", { kept: sum("kept_true"), lost: sum("lost_true"), still: sum("kept_false"), fewer: sum("removed_false") })}</p>}
        {unheard > 0 && <p className={styles.faint}>{t("trials.unheard", { n: unheard })}</p>}
        <DayBars days={everyDay(result.days, trial.since, trial.until)} />
      </Card>
      <Card title={t("trials.byCondition")}><ByCondition result={result} /></Card>
      <Card title={t("trials.noisiest")}>
        {result.noisiest.length === 0 && <p className={styles.faint}>{t("trials.nothing")}</p>}
        <table className={styles.plain}>
          <tbody>
            {result.noisiest.slice(0, 20).map((one) => (
              <tr key={one.device_id}>
                <td><Link to="/devices/$deviceId" params={{ deviceId: one.device_id }}>{result.names?.[one.device_id] ?? one.device_id.slice(0, 8)}</Link></td>
                <td className={styles.n}>{one.raised}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}

function ByCondition({ result }: { result: TrialResult }) {
  const { t, code } = useWords();
  const long = (one: TrialRule): string => (one.mean_s === null ? "—" : lasting(one.mean_s > 120 ? Math.round(one.mean_s / 60) * 60 : Math.round(one.mean_s), unitsOf(t)));
  if (result.rules.length === 0) return <p className={styles.faint}>{t("trials.nothing")}</p>;
  return (
    <table className={styles.plain}>
      <thead>
        <tr>
          <th scope="col">{t("rules.one")}</th>
          {(["trials.raised", "trials.really", "trials.devices", "trials.mean"] as const).map((word) => <th key={word} scope="col" className={styles.n}>{t(word)}</th>)}
        </tr>
      </thead>
      <tbody>
        {result.rules.map((one) => (
          <tr key={`${one.rule}/${one.condition}/${one.severity}`}>
            <td><Tag tone={SEVERITY_TONES[one.severity] ?? "stone"}>{code("severity", one.severity)}</Tag> {one.rule}/{one.condition}</td>
            <td className={styles.n}>{one.raised}</td>
            <td className={styles.n}>{one.really}</td>
            <td className={styles.n}>{one.devices}</td>
            <td className={styles.n}>{long(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Examples({ result }: { result: TrialResult }) {
  const { t } = useWords();
  return (
    <Card title={t("trials.examples")}>
      {result.examples.length === 0 && <p className={styles.faint}>{t("trials.nothing")}</p>}
      <ul>
        {result.examples.slice(0, 40).map((one) => (
          <li key={`${one.device_id}${one.at}${one.condition}`}>
            <Link to="/devices/$deviceId" params={{ deviceId: one.device_id }}>{result.names?.[one.device_id] ?? one.device_id.slice(0, 8)}</Link> {one.condition}{" "}
            {one.value === null ? "" : Number(one.value.toPrecision(5))}
            <span className={styles.faint}> {exact(one.at).slice(5)} – {one.until === null ? "…" : exact(one.until).slice(5)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
