import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { alarmChanges, alarmQuery, useAlarmChange, VERDICTS, type Verdict } from "@/features/alarms/queries";
import { boundOf } from "@/features/alarms/explained";
import { EventOf, Explained, Others, Picture } from "@/features/alarms/Around";
import { useRuleName } from "@/features/alarms/ruleName";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import { Chart } from "@/features/devices/Chart";
import styles from "@/features/devices/devices.module.css";
import { LazyMap } from "@/features/map/LazyMap";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Card } from "@/shared/parts/Card";
import { useKeys } from "@/shared/parts/keys";
import { Page } from "@/shared/parts/Page";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

type Alarm = components["schemas"]["AlarmDetail"];

const HOURS = [1, 4, 12, 24, 72] as const;
/** One key a verdict. */
const KEYS: Record<string, Verdict> = { t: "true", f: "false", e: "test", b: "fault" };

/** One alarm: what was measured, where, what was done, and the verdict by one key. */
export function AlarmPage({ alarmId }: { alarmId: string }) {
  const found = useQuery(alarmQuery(alarmId));
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  return <Shown alarm={found.data} />;
}

function Shown({ alarm }: { alarm: Alarm }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <Page
      title={useRuleName(alarm)}
      aside={
        <>
          <Tag tone={SEVERITY_TONES[alarm.severity] ?? "stone"}>{code("severity", alarm.severity)}</Tag>
          <Tag tone={alarm.state === "firing" ? "cinnabar" : "malachite"}>{code("alarm_state", alarm.state)}</Tag>
          {alarm.verdict !== null && <Tag tone="azurite">{code("alarm_verdict", alarm.verdict)}</Tag>}
          <Link to="/alarms">{t("alarms.back")}</Link>
        </>
      }
    >
      <div className={styles.one}>
        <div>
          <Actions alarm={alarm} />
          <Card title={t("devices.readings")} aside={<Link to="/devices/$deviceId" params={{ deviceId: alarm.device_id }}>{alarm.device_name || alarm.device_code}</Link>}>
            {alarm.chart === null ? <p className={styles.faint}>{t("devices.noReadings")}</p> : <Chart deviceId={alarm.chart.device_id} metric={alarm.chart.metric} since={alarm.chart.since} until={alarm.chart.until} level={boundOf(alarm.explanation)} mark={alarm.raised_at} />}
          </Card>
          <Card title={t("alarms.why")}>
            <dl className={styles.facts}>
              <div><dt>{t("rules.one")}</dt><dd>{alarm.kind === "rule" ? <Link to="/rules/$code" params={{ code: alarm.rule }}>{alarm.rule}</Link> : alarm.rule}</dd></div>
              <div><dt>{t("alarms.raised")}</dt><dd>{exact(alarm.raised_at)}</dd></div>
              <div><dt>{t("alarms.value")}</dt><dd>{alarm.value ?? "—"}</dd></div>
              <div><dt>{t("case.place")}</dt><dd>{[alarm.address, alarm.floor].filter(Boolean).join(" ") || "—"}</dd></div>
              <Explained explanation={alarm.explanation} />
            </dl>
          </Card>
          <Card title={t("case.timeline")}>
            {alarm.lines.length === 0 && <p className={styles.faint}>{t("alarms.noLines")}</p>}
            <ul>
              {alarm.lines.map((line) => (
                <li key={`${line.at}${line.step}`}>
                  <b>{code("alarm_step", line.step)}</b> {line.actor_name} <span className={styles.faint}>{short(line.at, now)}</span> {line.text}
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div>
          <Card title={t("case.map")} flush>
            {alarm.lon === null || alarm.lat === null ? <p className={styles.pad}>{t("devices.noPlace")}</p> : <div className={styles.map}><LazyMap point={[alarm.lon, alarm.lat]} alarming /></div>}
          </Card>
          <Picture deviceId={alarm.device_id} />
          <EventOf alarmId={alarm.id} />
          <Others alarms={alarm.others} />
        </div>
      </div>
    </Page>
  );
}

function Actions({ alarm }: { alarm: Alarm }) {
  const { t, code } = useWords();
  const { message } = App.useApp();
  const mayHandle = useMay("alarms.handle");
  const mayJudge = useMay("alarms.judge");
  const maySilence = useMay("alarms.silence");
  const [silencing, setSilencing] = useState(false);
  const change = useAlarmChange();
  const judge = (verdict: Verdict): void => change.mutate(() => alarmChanges.verdict(alarm.id, verdict), { onSuccess: () => void message.success(code("alarm_verdict", verdict)) });
  const waits = mayHandle && alarm.acknowledged_at === null && alarm.state !== "resolved";
  const acknowledge = (): void => change.mutate(() => alarmChanges.acknowledge(alarm.id));
  useKeys({
    a: () => waits && acknowledge(),
    s: () => maySilence && setSilencing(true),
    ...Object.fromEntries(Object.entries(KEYS).map(([key, verdict]) => [key, () => mayJudge && judge(verdict)])),
  });
  return (
    <Card title={t("case.steps")}>
      <div className={styles.tools}>
        {waits && <Button type="primary" onClick={acknowledge}>{t("alarms.acknowledge")} (a)</Button>}
        {mayJudge && VERDICTS.map((verdict) => <Button key={verdict} type={alarm.verdict === verdict ? "primary" : "default"} loading={change.isPending} onClick={() => judge(verdict)}>{code("alarm_verdict", verdict)} ({Object.keys(KEYS).find((key) => KEYS[key] === verdict)})</Button>)}
        {maySilence && <Button onClick={() => setSilencing(true)}>{t("alarms.silence")} (s)</Button>}
      </div>
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      {silencing && <SilenceDialog alarm={alarm} onClose={() => setSilencing(false)} />}
    </Card>
  );
}

function SilenceDialog({ alarm, onClose }: { alarm: Alarm; onClose: () => void }) {
  const { t } = useWords();
  const change = useAlarmChange();
  const send = ({ hours, reason }: { hours: number; reason: string }): Promise<unknown> =>
    change.mutateAsync(() => alarmChanges.silence({ device_id: alarm.device_id, ends_at: new Date(Date.now() + hours * 3_600_000).toISOString(), reason }));
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  return (
    <AskDialog<{ hours: number; reason: string }> title={t("alarms.silenceOf", { device: alarm.device_name || alarm.device_code })} ok={t("alarms.silence")} initial={{ hours: 4 }} send={send} onClose={onClose}>
      <Form.Item name="hours" label={t("alarms.hours")}>
        <Select options={HOURS.map((value) => ({ value, label: t("alarms.hoursOf", { n: value }) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t("step.reason")} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}
