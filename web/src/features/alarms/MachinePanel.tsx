import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useMay } from "@/features/access/session";
import { Neighbours, Picture } from "@/features/alarms/Around";
import { judgeEvent, machineQuery, stormQuery, useAlarmChange, VERDICTS, type Verdict } from "@/features/alarms/queries";
import { Chart } from "@/features/devices/Chart";
import styles from "@/features/devices/devices.module.css";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { useKeys } from "@/shared/parts/keys";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Machine = components["schemas"]["MachineOut"];

/** One key a verdict, the same as on an alarm's page. */
const KEYS: Record<string, Verdict> = { t: "true", f: "false", e: "test", b: "fault" };
const percent = (share: number | null): string => (share === null ? "—" : `${String(Math.round(share * 100))}%`);

/** What a machine's event is judged by: chart, picture, neighbours, how right it was so far, and a verdict by one key. */
export function MachinePanel({ eventId, waits }: { eventId: string; waits: boolean }) {
  const found = useQuery(machineQuery(eventId)).data;
  return found === null || found === undefined ? null : <Shown machine={found} waits={waits} />;
}

function Shown({ machine, waits }: { machine: Machine; waits: boolean }) {
  const { t } = useWords();
  const { device_id, metric, since, until } = machine.evidence as Partial<Record<string, string>>;
  return (
    <div className={styles.stack}>
      <Verdicts machine={machine} waits={waits} />
      {device_id !== undefined && metric !== undefined && since !== undefined && until !== undefined && (
        <Card title={t("devices.readings")} aside={<Link to="/devices/$deviceId" params={{ deviceId: device_id }}>{t("devices.one")}</Link>}>
          <Chart deviceId={device_id} metric={metric} since={since} until={until} />
        </Card>
      )}
      {device_id !== undefined && <Picture deviceId={device_id} />}
      {machine.kind === "storm" && <Storm machine={machine} />}
      <Card title={t("alarms.neighbours")}><Neighbours rows={machine.neighbours} /></Card>
    </div>
  );
}

function Verdicts({ machine, waits }: { machine: Machine; waits: boolean }) {
  const { t, code } = useWords();
  const now = useNow();
  const { message } = App.useApp();
  const judges = useMay("alarms.judge") && waits;
  const change = useAlarmChange();
  const judge = (verdict: Verdict): void => change.mutate(() => judgeEvent(machine.event_id, verdict), { onSuccess: () => void message.success(code("alarm_verdict", verdict)) });
  useKeys(Object.fromEntries(Object.entries(KEYS).map(([key, verdict]) => [key, () => judges && judge(verdict)])));
  const { rule_precision: rule, device_precision: device } = machine;
  return (
    <Card title={t("alarms.judgeTitle")} aside={machine.verdict !== null && <Tag tone="azurite">{code("alarm_verdict", machine.verdict)}</Tag>}>
      {judges && (
        <div className={styles.tools}>
          {VERDICTS.map((verdict) => <Button key={verdict} loading={change.isPending} onClick={() => judge(verdict)}>{code("alarm_verdict", verdict)} ({Object.keys(KEYS).find((key) => KEYS[key] === verdict)})</Button>)}
        </div>
      )}
      <p className={styles.faint}>
        {[t("alarms.ruleRight", { share: percent(rule.precision), n: rule.counted }), device !== null && t("alarms.deviceRight", { share: percent(device.precision), n: device.counted }), waits && machine.due_at !== null && t("alarms.dueBy", { at: short(machine.due_at, now) })].filter((part) => part !== false).join(" · ")}
      </p>
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
    </Card>
  );
}

function Storm({ machine }: { machine: Machine }) {
  const { t } = useWords();
  const now = useNow();
  const found = useInfiniteQuery(stormQuery(machine.event_id));
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t("devices.title")} aside={t("alarms.storm", { devices: machine.devices, alarms: machine.alarms, standing: machine.standing })}>
      <table className={styles.plain}>
        <tbody>
          {rows.map((one) => (
            <tr key={one.alarm_id}>
              <td><Link to="/devices/$deviceId" params={{ deviceId: one.device_id }}>{one.name || one.code}</Link></td>
              <td>{one.address}</td>
              <td className={styles.faint}>{short(one.raised_at, now)}{one.resolved_at !== null && ` – ${short(one.resolved_at, now)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.hasNextPage && <Button size="small" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t("day.more")}</Button>}
    </Card>
  );
}
