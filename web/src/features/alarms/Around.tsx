import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/features/access/session";
import { toldOf } from "@/features/alarms/explained";
import { eventOfQuery, machineQuery } from "@/features/alarms/queries";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import styles from "@/features/devices/devices.module.css";
import { deviceQuery } from "@/features/devices/queries";
import type { Condition } from "@/features/rules/model";
import { sentence } from "@/features/rules/words";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** The condition as it was in force, as a sentence, and what else the platform says of it. */
export function Explained({ explanation }: { explanation: Record<string, unknown> }) {
  const words = useWords();
  const told = toldOf(explanation);
  const rest = Object.entries(explanation).filter(([name, value]) => told !== explanation && name !== "condition" && value !== null);
  return (
    <>
      {typeof told.kind === "string" && <div><dt>{words.t("alarms.condition")}</dt><dd>{sentence(told as unknown as Condition, "", words)}</dd></div>}
      {rest.map(([name, value]) => (
        <div key={name}><dt>{words.code("rule_field", name)}</dt><dd>{typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value)}</dd></div>
      ))}
    </>
  );
}

/** How the device looks where it hangs. */
export function Picture({ deviceId }: { deviceId: string }) {
  const { t } = useWords();
  const may = useMay("devices.read");
  const photo = useQuery({ ...deviceQuery(deviceId), enabled: may }).data?.photo_id;
  if (photo === undefined || photo === null) return null;
  return (
    <Card title={t("devices.photo")}>
      <a href={`/api/files/${photo}`} target="_blank" rel="noreferrer"><img className={styles.photo} src={`/api/files/${photo}/thumb`} alt={t("devices.photo")} /></a>
    </Card>
  );
}

/** The event that an alarm became, and what else stands around it. */
export function EventOf({ alarmId }: { alarmId: string }) {
  const { t, code } = useWords();
  const may = useMay("events.read");
  const event = useQuery({ ...eventOfQuery(alarmId), enabled: may }).data;
  const machine = useQuery({ ...machineQuery(event?.event_id ?? ""), enabled: may && event !== null && event !== undefined }).data;
  if (!may || event === undefined) return null;
  return (
    <>
      <Card title={t("alarms.event")}>
        {event === null ? (
          <p className={styles.faint}>{t("alarms.noEvent")}</p>
        ) : (
          <p><Link to="/events/$eventId" params={{ eventId: event.event_id }}>{event.number}</Link> {event.title} <Tag tone={event.state === "triage" ? "ochre" : "stone"}>{code("event_state", event.state)}</Tag></p>
        )}
      </Card>
      {machine !== null && machine !== undefined && <Card title={t("alarms.neighbours")}><Neighbours rows={machine.neighbours} /></Card>}
    </>
  );
}

export function Neighbours({ rows }: { rows: components["schemas"]["MachineOut"]["neighbours"] }) {
  const { t, code } = useWords();
  const now = useNow();
  if (rows.length === 0) return <p className={styles.faint}>{t("alarms.noNeighbours")}</p>;
  return (
    <ul>
      {rows.map((one) => (
        <li key={one.alarm_id}>
          <Tag tone={SEVERITY_TONES[one.severity] ?? "stone"}>{code("severity", one.severity)}</Tag> <Link to="/alarms/$alarmId" params={{ alarmId: one.alarm_id }}>{one.name || one.code}</Link>{" "}
          {one.rule} <span className={styles.faint}>{t("alarms.metres", { n: Math.round(one.metres) })} · {short(one.raised_at, now)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Others({ alarms }: { alarms: components["schemas"]["AlarmDetail"]["others"] }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <Card title={t("alarms.others")}>
      {alarms.length === 0 && <p className={styles.faint}>{t("alarms.noOthers")}</p>}
      <ul>
        {alarms.map((one) => (
          <li key={one.id}>
            <Tag tone={SEVERITY_TONES[one.severity] ?? "stone"}>{code("severity", one.severity)}</Tag> <Link to="/alarms/$alarmId" params={{ alarmId: one.id }}>{one.rule === one.condition ? one.rule : `${one.rule} · ${one.condition}`}</Link>{" "}
            <span className={styles.faint}>{short(one.raised_at, now)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
