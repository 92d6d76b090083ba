import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import { unitsNamed, useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import { Page, Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { day } from "@/shared/time/format";

/** The organisations one may see, by name, code or pinyin initials. */
export function UnitsPage() {
  const { t, code } = useWords();
  const navigate = useNavigate();
  const unitName = useUnitName();
  const [words, setWords] = useState("");
  const found = useQuery(unitsNamed(words));
  return (
    <Page title={t("nav.organisations")}>
      <Tools>
        <Input allowClear aria-label={t("units.search")} placeholder={t("units.search")} style={{ width: 280 }} value={words} onChange={(event) => setWords(event.target.value)} />
      </Tools>
      <Listing
        source={whole(found)}
        label={t("nav.organisations")}
        empty={t("phones.none")}
        onOpen={(row) => void navigate({ to: "/people/units/$unitId", params: { unitId: row.id } })}
        columns={[
          { key: "name", title: t("cases.column.unit"), as: "wide", show: (row) => <><Link to="/people/units/$unitId" params={{ unitId: row.id }}>{row.name}</Link><span className={styles.sub}>{row.short_name}</span></> },
          { key: "code", title: t("devices.code"), as: "tight", show: (row) => row.code },
          { key: "kind", title: t("matters.kind"), show: (row) => code("unit_kind", row.kind) },
          { key: "parent", title: t("units.parent"), show: (row) => (row.parent_id === null ? "—" : unitName(row.parent_id)) },
          { key: "since", title: t("units.since"), as: "faint", show: (row) => day(row.valid_from) },
        ]}
      />
    </Page>
  );
}
