import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Radio, Segmented } from "antd";
import { useState } from "react";
import { Chart } from "@/features/devices/Chart";
import styles from "@/features/devices/devices.module.css";
import { DeviceTools } from "@/features/devices/DeviceTools";
import { AlarmsOf, InspectionsOf } from "@/features/devices/Past";
import { classesQuery, deviceQuery, SPANS, type Span } from "@/features/devices/queries";
import { STATUS_TONES } from "@/features/devices/tones";
import { LazyMap } from "@/features/map/LazyMap";
import { useUnitName } from "@/features/people/units";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Page } from "@/shared/parts/Page";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { exact } from "@/shared/time/format";

const DAY_MS = 86_400_000;

/** One device: how it does, what it measures, where it stands, who looks after it. */
export function DevicePage({ deviceId }: { deviceId: string }) {
  const { t, code } = useWords();
  const found = useQuery(deviceQuery(deviceId));
  const classes = useQuery(classesQuery);
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  const device = found.data;
  const kind = classes.data?.items.find((one) => one.code === device.class_code);
  return (
    <Page
      title={device.name || device.code}
      aside={
        <>
          <Tag tone={STATUS_TONES[device.status] ?? "stone"}>{code("device_status", device.status)}</Tag>
          <Tag>{code("device_state", device.state)}</Tag>
          <Link to="/devices">{t("devices.back")}</Link>
        </>
      }
    >
      <div className={styles.one}>
        <div>
          <Card title={t("devices.readings")}>
            <Series deviceId={deviceId} metrics={(kind?.metrics ?? []).filter((one) => one.code in device.series)} />
          </Card>
          <Card title={t("devices.facts")} aside={<DeviceTools device={device} />}>
            <Facts device={device} kind={kind?.name ?? device.class_code} />
          </Card>
          <AlarmsOf deviceId={deviceId} />
        </div>
        <Place device={device} />
      </div>
    </Page>
  );
}

/** Where it stands, how it looks, who was there. */
function Place({ device }: { device: components["schemas"]["DeviceOut"] }) {
  const { t } = useWords();
  return (
    <div>
      <Card title={t("case.map")} flush>
        {device.lon === null || device.lat === null ? (
          <p className={styles.pad}>{t("devices.noPlace")}</p>
        ) : (
          <div className={styles.map}>
            <LazyMap point={[device.lon, device.lat]} alarming={device.status === "offline"} />
          </div>
        )}
      </Card>
      {device.photo_id !== null && (
        <Card title={t("devices.photo")}>
          <a href={`/api/files/${device.photo_id}`} target="_blank" rel="noreferrer">
            <img className={styles.photo} src={`/api/files/${device.photo_id}/thumb`} alt={t("devices.photo")} />
          </a>
        </Card>
      )}
      <InspectionsOf deviceId={device.id} />
    </div>
  );
}

function Facts({ device, kind }: { device: components["schemas"]["DeviceOut"]; kind: string }) {
  const { t } = useWords();
  const unitName = useUnitName();
  const facts: [string, string][] = [
    [t("devices.code"), device.code],
    [t("devices.class"), kind],
    [t("devices.maker"), [device.maker, device.model].filter(Boolean).join(" ")],
    [t("case.place"), [device.address, device.floor].filter(Boolean).join(" ")],
    [t("devices.owner"), device.organisation_id === null ? "" : unitName(device.organisation_id)],
    [t("devices.maintainer"), device.maintainer_id === null ? "" : unitName(device.maintainer_id)],
    [t("devices.installed"), device.installed_on ?? ""],
    [t("devices.contract"), device.contract],
    [t("devices.keys"), device.keys.map((one) => `${one.protocol}:${one.external_id}`).join("、")],
    [t("devices.seen"), device.seen_at === null ? "" : exact(device.seen_at)],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === "" ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Series({ deviceId, metrics }: { deviceId: string; metrics: readonly { code: string; name: string; unit?: string | undefined }[] }) {
  const { t } = useWords();
  const [chosen, setMetric] = useState<string>();
  const metric = metrics.find((one) => one.code === chosen) ?? metrics[0];
  const [span, setSpan] = useState<Span>("day");
  const [until] = useState(() => Date.now());
  if (metric === undefined) return <p className={styles.faint}>{t("devices.noReadings")}</p>;
  return (
    <>
      <div className={styles.tools}>
        {metrics.length > 1 && (
          <Radio.Group size="small" optionType="button" aria-label={t("devices.metric")} value={metric.code} onChange={(event) => setMetric(String(event.target.value))} options={metrics.map((one) => ({ value: one.code, label: one.name }))} />
        )}
        <Segmented<Span> size="small" value={span} onChange={setSpan} options={[{ value: "day", label: t("devices.day") }, { value: "week", label: t("devices.week") }, { value: "month", label: t("devices.month") }]} />
      </div>
      <Chart deviceId={deviceId} metric={metric.code} unit={metric.unit ?? ""} since={new Date(until - SPANS[span] * DAY_MS).toISOString()} until={new Date(until).toISOString()} />
    </>
  );
}
