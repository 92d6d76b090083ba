import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/features/access/session";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import styles from "@/features/devices/devices.module.css";
import { alarmsOfQuery, inspectionsQuery } from "@/features/devices/queries";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** What a device raised lately, with what people found of it. */
export function AlarmsOf({ deviceId }: { deviceId: string }) {
  const { t, code } = useWords();
  const now = useNow();
  const may = useMay("alarms.read");
  const found = useQuery({ ...alarmsOfQuery(deviceId), enabled: may });
  const rows = found.data?.items ?? [];
  if (!may) return null;
  return (
    <Card title={t("devices.alarmsOf")}>
      {found.data !== undefined && rows.length === 0 && <p className={styles.faint}>{t("alarms.none")}</p>}
      {rows.length > 0 && (
        <table className={styles.plain}>
          <tbody>
            {rows.map((one) => (
              <tr key={one.id}>
                <td><Tag tone={SEVERITY_TONES[one.severity] ?? "stone"}>{code("severity", one.severity)}</Tag></td>
                <td><Link to="/alarms/$alarmId" params={{ alarmId: one.id }}>{one.rule === one.condition ? one.rule : `${one.rule} · ${one.condition}`}</Link></td>
                <td>{one.value ?? "—"}</td>
                <td className={styles.faint}>{short(one.raised_at, now)}</td>
                <td>{code("alarm_state", one.state)}</td>
                <td>{one.verdict === null ? "" : code("alarm_verdict", one.verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** The rounds at a device, the latest first. */
export function InspectionsOf({ deviceId }: { deviceId: string }) {
  const { t, code } = useWords();
  const now = useNow();
  const rows = useQuery(inspectionsQuery(deviceId)).data?.items;
  return (
    <Card title={t("devices.rounds")}>
      {rows?.length === 0 && <p className={styles.faint}>{t("rounds.noneYet")}</p>}
      <ul>
        {rows?.map((one) => (
          <li key={one.id}>
            <Tag tone={one.outcome === "in_order" || one.outcome === "repaired" ? "malachite" : "cinnabar"}>{code("inspection_outcome", one.outcome)}</Tag> {one.note} <span className={styles.faint}>{short(one.at, now)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
