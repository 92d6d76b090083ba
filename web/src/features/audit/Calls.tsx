import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { useState } from "react";
import { callsQuery, unusualQuery } from "@/features/audit/queries";
import { useWords } from "@/shared/i18n";
import { Listing, paged, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { exact } from "@/shared/time/format";

const HOUR = 3_600_000;
const SPANS = { day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR } as const;

/** From so long before the present hour until its end. */
function spanOf(length: keyof typeof SPANS): { since: string; until: string } {
  const end = (Math.floor(Date.now() / HOUR) + 1) * HOUR;
  return { since: new Date(end - SPANS[length]).toISOString(), until: new Date(end).toISOString() };
}

/** How often which application called what, for which purpose. */
export function Calls() {
  const { t, code } = useWords();
  const [length, setLength] = useState<keyof typeof SPANS>("day");
  const [span, setSpan] = useState(() => spanOf("day"));
  const found = useQuery(callsQuery(span));
  const rows = found.data?.items.map((item) => ({ ...item, id: `${item.holder_kind} ${item.application ?? ""} ${item.purpose ?? ""} ${item.data_set}` }));
  return (
    <>
      <Tools>
        <Radio.Group
          aria-label={t("evaluation.period")}
          optionType="button"
          value={length}
          onChange={(event) => {
            const chosen = event.target.value as keyof typeof SPANS;
            setLength(chosen);
            setSpan(spanOf(chosen));
          }}
          options={(["day", "week", "month"] as const).map((value) => ({ value, label: t(`calls.${value}`) }))}
        />
      </Tools>
      <Listing
        source={whole({ ...found, data: rows && { items: rows } })}
        label={t("calls.title")}
        empty={t("calls.none")}
        columns={[
          { key: "who", title: t("apiKeys.application"), show: (row) => <>{row.application ?? code("holder", row.holder_kind)}<span className={styles.sub}>{row.purpose}</span></> },
          { key: "set", title: t("calls.set"), show: (row) => code("data_set", row.data_set) },
          { key: "calls", title: t("calls.calls"), as: "number", show: (row) => row.calls.toLocaleString() },
          { key: "refused", title: t("calls.refused"), as: "number", show: (row) => row.refused },
          { key: "limited", title: t("calls.limited"), as: "number", show: (row) => row.limited },
          { key: "failed", title: t("calls.failed"), as: "number", show: (row) => row.failed },
          { key: "ms", title: t("calls.ms"), as: "number", show: (row) => row.milliseconds.toFixed(1) },
          { key: "bytes", title: t("calls.bytes"), as: "number", show: (row) => `${(row.bytes / 1024).toFixed(0)} KB` },
          { key: "last", title: t("calls.last"), as: "faint", show: (row) => exact(row.last_hour).slice(5, 16) },
        ]}
      />
    </>
  );
}

/** What was unusual: far more than ever, at night, from a new network, refused again and again. */
export function Unusual() {
  const { t, code } = useWords();
  const found = useInfiniteQuery(unusualQuery);
  return (
    <Listing
      source={paged(found)}
      label={t("unusual.title")}
      empty={t("unusual.none")}
      columns={[
        { key: "at", title: t("audit.at"), as: "tight", show: (row) => exact(row.recorded) },
        { key: "kind", title: t("unusual.kind"), show: (row) => <Tag tone="ochre">{code("unusual", row.kind)}</Tag> },
        { key: "who", title: t("audit.who"), show: (row) => <>{row.application ?? row.account ?? code("holder", row.holder_kind)}<span className={styles.sub}>{row.purpose}</span></> },
        { key: "calls", title: t("calls.calls"), as: "number", show: (row) => row.calls.toLocaleString() },
        { key: "usual", title: t("unusual.usual"), as: "number", show: (row) => row.usual.toFixed(0) },
        { key: "network", title: t("unusual.network"), show: (row) => row.network ?? "—" },
      ]}
    />
  );
}
