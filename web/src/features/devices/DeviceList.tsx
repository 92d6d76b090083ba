import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { ImportDialog } from "@/features/devices/ImportDialog";
import { classesQuery, STATUSES, devicesQuery, figuresQuery, type DeviceSearch } from "@/features/devices/queries";
import { STATUS_TONES } from "@/features/devices/tones";
import { useWords } from "@/shared/i18n";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Every device one may see, by class and by how it does. */
export function DeviceList() {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const writes = useMay("devices.write");
  const [importing, setImporting] = useState(false);
  const [search, setSearch] = useState<DeviceSearch>({});
  const found = useInfiniteQuery(devicesQuery(search));
  const classes = useQuery(classesQuery);
  const figures = useQuery(figuresQuery);
  const nameOf = (wanted: string): string => classes.data?.items.find((one) => one.code === wanted)?.name ?? wanted;
  const sum = (figures.data?.items ?? []).reduce((all, row) => all + row.total, 0);
  const narrow = (change: { [Field in keyof DeviceSearch]?: DeviceSearch[Field] | undefined }): void => {
    const { words, class_code, status } = { ...search, ...change };
    setSearch({ ...(words !== undefined && words !== "" && { words }), ...(class_code !== undefined && { class_code }), ...(status !== undefined && { status }) });
  };
  return (
    <>
      <Tools
        end={
          <>
            <Button href={`/api/devices/export?${new URLSearchParams({ ...search, form: "xlsx" }).toString()}`} download="devices.xlsx">
              {t("devices.export")}
            </Button>
            {writes && <Button onClick={() => setImporting(true)}>{t("devices.import")}</Button>}
          </>
        }
      >
        <Input.Search allowClear aria-label={t("devices.search")} placeholder={t("devices.search")} onSearch={(words) => narrow({ words: words.trim() })} style={{ width: 260 }} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("devices.class")}
          placeholder={t("devices.class")}
          style={{ minWidth: 160 }}
          value={search.class_code}
          onChange={(class_code: string | undefined) => narrow({ class_code })}
          options={classes.data?.items.map((one) => ({ value: one.code, label: one.name })) ?? []}
        />
        <Select
          allowClear
          aria-label={t("devices.status")}
          placeholder={t("devices.status")}
          style={{ minWidth: 120 }}
          value={search.status}
          onChange={(status: DeviceSearch["status"]) => narrow({ status })}
          options={STATUSES.map((value) => ({ value, label: code("device_status", value) }))}
        />
        <span className={styles.faint}>{t("devices.count", { n: sum })}</span>
      </Tools>
      <Listing
        source={paged(found)}
        label={t("devices.title")}
        empty={t("devices.none")}
        hint={t("devices.noneHint")}
        onOpen={(row) => void navigate({ to: "/devices/$deviceId", params: { deviceId: row.id } })}
        columns={[
          { key: "name", title: t("devices.one"), as: "wide", show: (row) => <><Link to="/devices/$deviceId" params={{ deviceId: row.id }}>{row.name || row.code}</Link><span className={styles.sub}>{row.code}</span></> },
          { key: "class", title: t("devices.class"), show: (row) => nameOf(row.class_code) },
          { key: "place", title: t("case.place"), as: "wide", show: (row) => [row.address, row.floor].filter(Boolean).join(" ") || "—" },
          { key: "status", title: t("devices.status"), show: (row) => <Tag tone={STATUS_TONES[row.status] ?? "stone"}>{code("device_status", row.status)}</Tag> },
          { key: "state", title: t("devices.state"), show: (row) => code("device_state", row.state) },
          { key: "seen", title: t("devices.seen"), as: "tight", show: (row) => (row.seen_at === null ? "—" : short(row.seen_at, now)) },
        ]}
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
