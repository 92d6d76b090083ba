import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input } from "antd";
import { useState } from "react";
import { settingsQuery } from "@/features/settings/queries";
import styles from "@/features/settings/settings.module.css";
import { useWords } from "@/shared/i18n";
import { Listing } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import page from "@/shared/parts/page.module.css";
import { Tag } from "@/shared/parts/Tag";

/** Every setting of this installation; they are set where it is started. */
export function PlatformPart() {
  const { t, pick } = useWords();
  const found = useQuery(settingsQuery);
  const [words, setWords] = useState("");
  const [changed, setChanged] = useState(false);
  const asked = words.trim().toLowerCase();
  const rows = found.data?.items
    .filter((one) => (!changed || one.changed) && `${one.variable} ${one.zh} ${one.en}`.toLowerCase().includes(asked))
    .map((one) => ({ ...one, id: one.name }));
  return (
    <>
      <Tools>
        <Input style={{ width: 240 }} allowClear aria-label={t("settings.search")} placeholder={t("settings.search")} value={words} onChange={(event) => setWords(event.target.value)} />
        <Checkbox checked={changed} onChange={(event) => setChanged(event.target.checked)}>
          {t("settings.changedOnly")}
        </Checkbox>
        <span className={page.faint}>{t("settings.readOnly")}</span>
      </Tools>
      <Listing
        source={{ rows, error: found.error, retry: () => void found.refetch() }}
        label={t("settings.platform")}
        empty={t("settings.none")}
        columns={[
          { key: "name", title: t("settings.name"), show: (row) => <>{pick(row.zh, row.en)}<code className={styles.variable}>{row.variable}</code></> },
          { key: "value", title: t("settings.value"), as: "wide", show: (row) => <Value value={row.value} /> },
          { key: "default", title: t("settings.default"), as: "faint", show: (row) => row.default ?? "—" },
          { key: "changed", title: t("accounts.state"), show: (row) => row.changed && <Tag tone="azurite">{t("settings.changed")}</Tag> },
        ]}
      />
    </>
  );
}

function Value({ value }: { value: string | null }) {
  const { t } = useWords();
  return value === null ? <span className={page.faint}>{t("settings.notSet")}</span> : <span className={styles.value}>{value}</span>;
}

/** The limits that stand in one place each, not with a matter. */
export function LimitsPart() {
  const { t, code, pick } = useWords();
  const found = useQuery(settingsQuery);
  return (
    <>
      <p className={page.note}>{t("settings.limitsHint")}</p>
      <Listing
        source={{ rows: found.data?.limits.map((one) => ({ ...one, id: one.en })), error: found.error, retry: () => void found.refetch() }}
        label={t("settings.limits")}
        empty={t("settings.none")}
        columns={[
          { key: "group", title: t("matters.kind"), as: "tight", show: (row) => code("limit_group", row.group) },
          { key: "what", title: t("settings.limit"), show: (row) => pick(row.zh, row.en) },
          { key: "value", title: t("settings.value"), show: (row) => pick(row.value_zh, row.value_en) },
          { key: "provisional", title: t("accounts.state"), show: (row) => row.provisional && <Tag tone="ochre">{t("settings.provisional")}</Tag> },
        ]}
      />
    </>
  );
}
