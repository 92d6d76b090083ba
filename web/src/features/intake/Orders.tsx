import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer, Input, Select } from "antd";
import { useState } from "react";
import { OrderView } from "@/features/hotline/OrderCard";
import { ordersQuery, STANDINGS } from "@/features/intake/queries";
import { useWords } from "@/shared/i18n";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { StateTag, Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Orders of the hotline 12345: kind, level, first contact and limit; each opens its case. */
export function Orders() {
  const { t, code } = useWords();
  const now = useNow();
  const [opened, setOpened] = useState<string | null>(null);
  const [standing, setStanding] = useState<string | undefined>();
  const [number, setNumber] = useState("");
  const found = useInfiniteQuery(ordersQuery({ ...(standing !== undefined && { standing }), ...(number !== "" && { number }) }));
  return (
    <>
      <Tools>
        <Input.Search style={{ width: 240 }} aria-label={t("orders12345.number")} placeholder={t("orders12345.number")} allowClear onSearch={(text) => setNumber(text.trim())} />
        <Select allowClear aria-label={t("accounts.state")} placeholder={t("accounts.anyState")} value={standing} onChange={setStanding} options={STANDINGS.map((value) => ({ value, label: code("standing", value) }))} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("orders12345.title")}
        empty={t("orders12345.none")}
        onOpen={(row) => setOpened(row.id)}
        columns={[
          { key: "number", title: t("orders12345.number"), as: "tight", show: (row) => <><button type="button" className={styles.plain} onClick={() => setOpened(row.id)}>{row.number}</button><span className={styles.sub}><Link to="/cases/$caseId" params={{ caseId: row.case_id }}>{row.case_number}</Link></span></> },
          { key: "kind", title: t("orders12345.kind"), show: (row) => code("order_kind", row.kind) },
          { key: "title", title: t("cases.column.title"), as: "wide", show: (row) => <span className={styles.clip}>{row.title}</span> },
          { key: "level", title: t("orders12345.level"), show: (row) => <>{code("order_level", row.level)}<span className={styles.sub}>{row.unit?.name}</span></> },
          { key: "contact", title: t("orders12345.contact"), show: (row) => <><Tag tone={row.contact_on_time === false ? "cinnabar" : row.contacted_at === null ? "ochre" : "malachite"}>{code("contact", row.contact)}</Tag><span className={styles.sub}>{row.contacted_at === null && t("due.at", { at: short(row.contact_due_at, now) })}</span></> },
          { key: "due", title: t("cases.column.due"), as: "tight", show: (row) => (row.overdue ? <Tag tone="cinnabar">{short(row.due_at, now)}</Tag> : short(row.due_at, now)) },
          { key: "state", title: t("cases.column.state"), show: (row) => (row.state === "open" ? <StateTag state={row.case_state} /> : <Tag>{code("standing", row.state)}</Tag>) },
        ]}
      />
      {opened !== null && (
        <Drawer open size={520} title={t("hotline.card")} onClose={() => setOpened(null)}>
          <OrderView id={opened} />
        </Drawer>
      )}
    </>
  );
}
