import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { DatePicker, Input } from "antd";
import { useState } from "react";
import { catalogueQuery } from "@/features/matters/queries";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import { Page, Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";
import { dayStart } from "@/shared/time/format";

/** What is managed, as it is in force on a day. */
export function MattersPage() {
  const { t, code } = useWords();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [day, setDay] = useState("");
  const found = useQuery(catalogueQuery(words, day === "" ? undefined : dayStart(day)));
  return (
    <Page title={t("matters.title")} aside={<span className={styles.faint}>{found.data !== undefined && t("matters.count", { n: found.data.items.length })}</span>}>
      <Tools>
        <Input.Search allowClear aria-label={t("matters.search")} placeholder={t("matters.search")} style={{ width: 260 }} onSearch={(typed) => setWords(typed.trim())} />
        <label className={styles.row}>
          {t("matters.asOf")} <DatePicker aria-label={t("matters.asOf")} onChange={(chosen) => setDay(chosen === null ? "" : chosen.format("YYYY-MM-DD"))} style={{ width: 160 }} />
        </label>
      </Tools>
      <Listing
        source={whole(found)}
        label={t("matters.title")}
        empty={t("matters.none")}
        onOpen={(row) => void navigate({ to: "/matters/$code", params: { code: row.code } })}
        columns={[
          { key: "code", title: t("matters.code"), as: "tight", show: (row) => row.code },
          { key: "name", title: t("case.matter"), as: "wide", show: (row) => <><Link to="/matters/$code" params={{ code: row.code }}>{row.name}</Link> {row.urgent && <Tag tone="filled">{t("cases.urgent")}</Tag>}<span className={styles.sub}>{row.major_name}</span></> },
          { key: "kind", title: t("matters.kind"), show: (row) => code("matter_kind", row.kind) },
          { key: "filing", title: t("matters.filing"), as: "wide", show: (row) => row.filing_condition || "—" },
          { key: "closing", title: t("matters.closing"), as: "wide", show: (row) => row.closing_condition || "—" },
          { key: "version", title: t("matters.version"), as: "number", show: (row) => row.version },
        ]}
      />
    </Page>
  );
}
