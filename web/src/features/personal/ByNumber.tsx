import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import { personalChanges } from "@/features/personal/queries";
import { useWords } from "@/shared/i18n";
import { Listing } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** All reports of one whole telephone number; each search is kept in the audit trail. */
export function ByNumber() {
  const { t, code } = useWords();
  const now = useNow();
  const search = useMutation({ mutationFn: personalChanges.byNumber });
  return (
    <>
      <Tools>
        <Input.Search style={{ width: 280 }} aria-label={t("erasures.phone")} placeholder={t("erasures.phone")} autoComplete="off" inputMode="tel" enterButton loading={search.isPending} onSearch={(phone) => phone.trim() !== "" && search.mutate(phone.trim())} />
        <span className={styles.faint}>{t("byNumber.hint")}</span>
      </Tools>
      {search.isIdle && <Nothing title={t("byNumber.start")} />}
      {!search.isIdle && (
        <Listing
          source={{ rows: search.data?.items, error: search.error, retry: () => undefined }}
          label={t("byNumber.title")}
          empty={t("byNumber.none")}
          columns={[
            { key: "number", title: t("report.number"), as: "tight", show: (row) => <Link to="/events/$eventId" params={{ eventId: row.event_id }}>{row.number}</Link> },
            { key: "title", title: t("cases.column.title"), show: (row) => row.title },
            { key: "channel", title: t("cases.column.channel"), show: (row) => code("channel", row.channel) },
            { key: "state", title: t("accounts.state"), show: (row) => <Tag>{code("event_state", row.state)}</Tag> },
            { key: "at", title: t("channels.received"), as: "faint", show: (row) => short(row.reported_at, now) },
          ]}
        />
      )}
    </>
  );
}
