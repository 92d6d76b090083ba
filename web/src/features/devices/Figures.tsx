import { queryOptions, useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { api, body } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";

const BY = ["class", "street", "maker", "owner", "maintainer"] as const;
type By = (typeof BY)[number];
const DAYS = [7, 30, 90, 366] as const;

const figuresBy = (by: By, days: number) =>
  queryOptions({
    queryKey: ["devices", "figures", by, days],
    queryFn: async () => {
      const { items } = await body(api.GET("/api/device-figures", { params: { query: { by, days } } }));
      return { items: items.map((one) => ({ ...one, id: one.key ?? "" })) };
    },
  });

const rate = (share: number | null): string => (share === null ? "—" : `${(share * 100).toFixed(1)}%`);

/** Online and misreport rates, silent and noisy devices, by class, street, maker, owner. */
export function Figures() {
  const { t, code } = useWords();
  const [by, setBy] = useState<By>("class");
  const [days, setDays] = useState<number>(30);
  const found = useQuery(figuresBy(by, days));
  return (
    <>
      <Tools
        end={
          <Button href={`/api/device-figures/export?by=${by}&days=${String(days)}&form=xlsx`} download="device-figures.xlsx">
            {t("devices.export")}
          </Button>
        }
      >
        <Select<By> aria-label={t("devices.by")} value={by} onChange={setBy} options={BY.map((value) => ({ value, label: code("figures_by", value) }))} />
        <Select<number> aria-label={t("rules.over")} value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t("rules.days", { n: value }) }))} />
      </Tools>
      <Listing
        source={whole(found)}
        label={t("devices.figures")}
        empty={t("devices.none")}
        columns={[
          { key: "name", title: code("figures_by", by), as: "wide", show: (row) => row.name || "—" },
          { key: "total", title: t("devices.total"), as: "number", show: (row) => row.total },
          { key: "online", title: t("devices.onlineRate"), as: "number", show: (row) => rate(row.online_rate) },
          { key: "offline", title: code("device_status", "offline"), as: "number", show: (row) => row.offline },
          { key: "silent", title: t("devices.silent"), as: "number", show: (row) => row.silent },
          { key: "noisy", title: t("devices.noisy"), as: "number", show: (row) => row.noisy },
          { key: "fault", title: code("device_status", "fault"), as: "number", show: (row) => row.fault },
          { key: "maintenance", title: code("device_status", "maintenance"), as: "number", show: (row) => row.maintenance },
          { key: "wrong", title: t("devices.misreport"), as: "number", show: (row) => <>{rate(row.misreport_rate)} {row.judged > 0 && `(${String(row.wrong)}/${String(row.judged)})`}</> },
        ]}
      />
    </>
  );
}
