import { useInfiniteQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { IdField } from "@/features/audit/IdField";
import { trailQuery, type Span } from "@/features/audit/queries";
import { SpanField } from "@/features/audit/SpanField";
import { useWords } from "@/shared/i18n";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { exact } from "@/shared/time/format";

/** The audit trail as it was written: who did what to what, and whether it was done. */
export function Trail() {
  const { t, code } = useWords();
  const [action, setAction] = useState("");
  const [object, setObject] = useState<string | undefined>();
  const [actor, setActor] = useState<string | undefined>();
  const [span, setSpan] = useState<Span>({});
  const search = { ...span, ...(action !== "" && { action }), ...(object !== undefined && { object_id: object }), ...(actor !== undefined && { actor }) };
  const found = useInfiniteQuery(trailQuery(search));
  return (
    <>
      <Tools>
        <Input.Search style={{ width: 200 }} aria-label={t("audit.action")} placeholder={t("trail.action")} allowClear onSearch={(text) => setAction(text.trim())} />
        <IdField label={t("looks.object")} onId={setObject} />
        <IdField label={t("looks.looker")} onId={setActor} />
        <SpanField onChange={setSpan} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("trail.title")}
        empty={t("looks.none")}
        columns={[
          { key: "at", title: t("audit.at"), as: "tight", show: (row) => exact(row.at) },
          { key: "who", title: t("audit.who"), show: (row) => <>{row.actor_name ?? "—"}<span className={styles.sub}>{code("actor_kind", row.actor_kind)}</span></> },
          { key: "action", title: t("audit.action"), as: "tight", show: (row) => row.action },
          { key: "object", title: t("audit.object"), as: "tight", show: (row) => `${code("object", row.object_type)}${row.object_id === null ? "" : ` …${row.object_id.slice(-8)}`}` },
          { key: "done", title: t("trail.result"), show: (row) => <Tag tone={row.success ? "malachite" : "cinnabar"}>{t(row.success ? "trail.done" : "trail.refused")}</Tag> },
          { key: "detail", title: t("trail.detail"), as: "wide", show: (row) => <code className={styles.clip}>{Object.keys(row.detail).length === 0 ? "—" : JSON.stringify(row.detail)}</code> },
        ]}
      />
    </>
  );
}
