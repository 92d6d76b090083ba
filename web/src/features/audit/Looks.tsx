import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { IdField } from "@/features/audit/IdField";
import { looksQuery, type LooksSearch, type Span } from "@/features/audit/queries";
import { SpanField } from "@/features/audit/SpanField";
import { useWords } from "@/shared/i18n";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { exact } from "@/shared/time/format";

/** Who saw whom 谁看过谁: by the looker, the object, the person and the day. */
export function Looks() {
  const { t, code, pick } = useWords();
  const [ids, setIds] = useState<Record<"object_id" | "looker" | "person", string | undefined>>({ object_id: undefined, looker: undefined, person: undefined });
  const [span, setSpan] = useState<Span>({});
  const found = useInfiniteQuery(looksQuery({ ...span, ...(given(ids) as LooksSearch) }));
  return (
    <>
      <Tools>
        <IdField label={t("looks.object")} onId={(id) => setIds({ ...ids, object_id: id })} />
        <IdField label={t("looks.looker")} onId={(id) => setIds({ ...ids, looker: id })} />
        <IdField label={t("looks.person")} onId={(id) => setIds({ ...ids, person: id })} />
        <SpanField onChange={setSpan} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("looks.title")}
        empty={t("looks.none")}
        columns={[
          { key: "at", title: t("audit.at"), as: "tight", show: (row) => exact(row.at) },
          { key: "who", title: t("audit.who"), show: (row) => <>{row.actor_name ?? "—"}<span className={styles.sub}>{code("actor_kind", row.actor_kind)}</span></> },
          { key: "action", title: t("audit.action"), show: (row) => pick(row.action_zh, row.action_en) },
          { key: "field", title: t("looks.field"), show: (row) => (row.field === null ? "—" : code("revealed", row.field)) },
          { key: "object", title: t("audit.object"), as: "tight", show: (row) => `${code("object", row.object_type)}${row.object_id === null ? "" : ` …${row.object_id.slice(-8)}`}` },
          { key: "reason", title: t("step.reason"), as: "wide", show: (row) => row.reason ?? "—" },
        ]}
      />
    </>
  );
}

function given(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
