import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { forecastsQuery } from "@/features/signs/queries";
import { shown } from "@/features/signs/reading";
import { useWords } from "@/shared/i18n";
import { Listing } from "@/shared/parts/Listing";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** How good the forecasts of a place are, beside the seasonal-naive one. */
export function Forecasts({ node, onClose }: { node: string | undefined; onClose: () => void }) {
  const { t, pick } = useWords();
  const now = useNow();
  const found = useQuery(forecastsQuery(node));
  const rows = found.data?.items.map((one) => ({ ...one, id: one.code }));
  return (
    <Drawer open size={820} title={t("signs.forecasts")} onClose={onClose}>
      <Listing
        source={{ rows, error: found.error, retry: () => void found.refetch() }}
        label={t("signs.forecasts")}
        empty={t("signs.forecastNone")}
        hint={t("signs.noForecasts")}
        columns={[
          { key: "name", title: t("signs.name"), as: "wide", show: (row) => `${pick(row.name_zh, row.name_en)} ${row.code}` },
          { key: "error", title: t("signs.error"), as: "number", show: (row) => shown(row.error, row.unit) },
          { key: "naive", title: t("signs.naive"), as: "number", show: (row) => shown(row.naive_error, row.unit) },
          { key: "gain", title: t("signs.gain"), as: "number", show: (row) => (row.error === null || !row.naive_error ? "—" : (row.error / row.naive_error).toFixed(2)) },
          { key: "shown", title: t("signs.shown"), as: "faint", show: (row) => t(row.shown ? "signs.yes" : "signs.no") },
          { key: "red", title: t("signs.red"), as: "faint", show: (row) => (row.red_at === null ? "—" : short(row.red_at, now)) },
        ]}
      />
    </Drawer>
  );
}
