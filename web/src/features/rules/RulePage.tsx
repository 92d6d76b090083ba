import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { classesQuery } from "@/features/devices/queries";
import { useDraft } from "@/features/rules/draft";
import { differences, standing, type Condition, type Rule, type RuleSet } from "@/features/rules/model";
import { OverrideCard } from "@/features/rules/OverrideCard";
import { PublishDialog } from "@/features/rules/PublishDialog";
import { precisionQuery, ruleChanges, rulesQuery, useRuleChange, versionsQuery, type Version } from "@/features/rules/queries";
import { RuleForm } from "@/features/rules/RuleForm";
import styles from "@/features/rules/rules.module.css";
import { TryDialog } from "@/features/rules/TryDialog";
import { Changes, VersionList } from "@/features/rules/Versions";
import { Conditions, percent } from "@/features/rules/words";
import { useWords, type Words } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Page } from "@/shared/parts/Page";
import { Bar, explain, Failure, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";

/** One rule: edited as a form, tried over the history, published from a moment on, with all its versions. */
export function RulePage({ code, fresh }: { code: string; fresh: string | undefined }) {
  const { t } = useWords();
  const rules = useQuery(rulesQuery);
  const versions = useQuery({ ...versionsQuery(code), enabled: fresh === undefined });
  if (rules.data === undefined && rules.isError) return <Failure error={rules.error} retry={() => void rules.refetch()} />;
  if (rules.data === undefined || (fresh === undefined && versions.isPending)) return <Bar width="60%" style={{ margin: 20 }} />;
  const inForce = rules.data.rules?.find((one) => one.code === code);
  const last = versions.data?.items.at(-1)?.body as unknown as Rule | undefined;
  const rule = inForce ?? last ?? begun(code, fresh);
  if (rule === undefined) return <Nothing title={t("rules.missing")}><Link to="/rules">{t("rules.back")}</Link></Nothing>;
  return <Shown rule={rule} all={rules.data} versions={versions.data?.items ?? []} holds={inForce !== undefined} />;
}

function begun(code: string, fresh: string | undefined): Rule | undefined {
  const [device_class, metric] = fresh?.split("/") ?? [];
  if (device_class === undefined || metric === undefined) return undefined;
  return { code, device_class, metric, conditions: [{ code: "high", kind: "above", severity: "yellow" }] };
}

function nameOf(rule: Rule, pick: Words["pick"]): string {
  return pick(rule.name_zh ?? "", rule.name_en ?? "") || rule.code;
}

interface ShownProps {
  rule: Rule;
  all: RuleSet;
  versions: readonly Version[];
  holds: boolean;
}

function Shown({ rule, all, versions, holds }: ShownProps) {
  const { t, pick } = useWords();
  const manages = useMay("alarms.manage");
  const classes = useQuery(classesQuery);
  const device = classes.data?.items.find((one) => one.code === rule.device_class);
  const metric = device?.metrics.find((one) => one.code === rule.metric);
  const unit = metric?.unit ?? "";
  const about = [rule.code, device?.name ?? rule.device_class, metric?.name ?? rule.metric].join(" · ");
  return (
    <Page
      title={nameOf(rule, pick)}
      aside={
        <>
          <Tag tone={holds ? "malachite" : "stone"}>{t(holds ? "rules.holds" : "rules.not")}</Tag>
          <span className={styles.faint}>{about}</span>
          <Link to="/rules">{t("rules.back")}</Link>
        </>
      }
    >
      <div className={styles.two}>
        <div>
          <Card title={t("rules.conditions")}>{manages ? <Written rule={rule} all={all} holds={holds} unit={unit} lateness={device?.lateness_s} /> : <Conditions conditions={rule.conditions} unit={unit} />}</Card>
          {holds && <OverrideCard rule={rule} all={all} unit={unit} />}
        </div>
        <div>
          <RightCard code={rule.code} conditions={rule.conditions} />
          <Card title={t("rules.versions")}><VersionList versions={versions} /></Card>
        </div>
      </div>
    </Page>
  );
}

/** The rule as it is being written, with what differs from the one in force, and what may be done with it. */
function Written({ rule, all, holds, unit, lateness }: Omit<ShownProps, "versions"> & { unit: string; lateness: number | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const change = useRuleChange();
  const [draft, setDraft] = useDraft(rule.code);
  const [asking, setAsking] = useState<"publish" | "try" | null>(null);
  const written = draft ?? rule;
  const changes = holds ? differences(rule, written) : [];
  const set = standing(all, written);
  return (
    <>
      <RuleForm rule={written} unit={unit} schedules={(all.schedules ?? []).map((one) => one.code)} lateness={lateness} onChange={setDraft} />
      {changes.length > 0 && <div className={styles.changes}><b>{t("rules.changes")}</b><Changes changes={changes} /></div>}
      <div className={styles.bar}>
        <Button onClick={() => setAsking("try")}>{t("rules.try")}</Button>
        <Button type="primary" disabled={holds && changes.length === 0} onClick={() => setAsking("publish")}>{t("rules.publish")}</Button>
        {draft !== null && <Button onClick={() => setDraft(null)}>{t("rules.drop")}</Button>}
        {holds && (
          <Popconfirm title={t("rules.endSure")} okText={t("rules.end")} cancelText={t("form.cancel")} onConfirm={() => change.mutate(() => ruleChanges.end("rules", rule.code))}>
            <Button danger>{t("rules.end")}</Button>
          </Popconfirm>
        )}
      </div>
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      {asking === "publish" && <PublishDialog rules={set} changes={changes} onDone={() => setDraft(null)} onClose={() => setAsking(null)} />}
      {asking === "try" && <TryDialog rules={set} onAsked={(id) => void navigate({ to: "/trials/$trialId", params: { trialId: id } })} onClose={() => setAsking(null)} />}
    </>
  );
}

/** How right each condition was, by the verdicts on its alarms. */
function RightCard({ code, conditions }: { code: string; conditions: readonly Condition[] }) {
  const { t, code: label } = useWords();
  const precision = useQuery(precisionQuery).data;
  return (
    <Card title={t("rules.precision")} aside={<Link to="/rules" search={{ tab: "proposals" }}>{t("rules.proposals")}</Link>}>
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">{t("rules.conditions")}</th>
            <th scope="col" className={styles.n}>{t("rules.precision")}</th>
            {(["true", "false", "fault", "test"] as const).map((one) => <th key={one} scope="col" className={styles.n}>{label("alarm_verdict", one)}</th>)}
          </tr>
        </thead>
        <tbody>
          {conditions.map((one) => {
            const found = precision?.get(`${code}/${one.code}`);
            return (
              <tr key={one.code}>
                <td>{one.code}</td>
                <td className={styles.n}>{percent(found?.precision)}</td>
                {[found?.n_true, found?.n_false, found?.n_fault, found?.n_test].map((n, index) => <td key={index} className={styles.n}>{n ?? 0}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
