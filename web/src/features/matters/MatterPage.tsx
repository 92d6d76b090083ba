import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { DatePicker } from "antd";
import { useState } from "react";
import { dutiesQuery, historyQuery } from "@/features/matters/queries";
import { changes } from "@/features/matters/versions";
import { useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Page } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { day, dayStart } from "@/shared/time/format";

/** One matter: its versions with what changed from one to the next, and who answers for it on a day. */
export function MatterPage({ code }: { code: string }) {
  const { t } = useWords();
  const found = useQuery(historyQuery(code));
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  const versions = found.data.versions.toSorted((a, b) => b.version - a.version);
  const latest = found.data.matter;
  return (
    <Page title={latest.name} aside={<><Tag>{code}</Tag><Link to="/matters">{t("matters.back")}</Link></>}>
      <div className={styles.pad}>
        <Card title={t("matters.versions")}>
          <ol className={styles.cards}>
            {versions.map((one, index) => {
              const before = versions[index + 1];
              const changed = before === undefined ? [] : changes(before, one);
              return (
                <li key={one.id}>
                  <b>{t("matters.versionOf", { n: one.version })}</b>{" "}
                  <span className={styles.faint}>{t("matters.from", { from: one.valid_from === null ? "—" : day(one.valid_from), to: one.valid_to === null ? t("matters.open") : day(one.valid_to) })}</span>
                  {before === undefined && <p>{one.filing_condition}</p>}
                  {before !== undefined && changed.length === 0 && <p className={styles.faint}>{t("matters.same")}</p>}
                  {changed.map((change) => (
                    <p key={change.field}>
                      {change.field}：<del>{change.before}</del> → <ins>{change.after}</ins>
                    </p>
                  ))}
                </li>
              );
            })}
          </ol>
        </Card>
        <br />
        <Duties code={code} major={latest.major} />
      </div>
    </Page>
  );
}

function Duties({ code, major }: { code: string; major: string }) {
  const { t, code: label } = useWords();
  const unitName = useUnitName();
  const [on, setOn] = useState("");
  const at = on === "" ? undefined : dayStart(on);
  const own = useQuery(dutiesQuery(code, at));
  const wide = useQuery({ ...dutiesQuery(major, at), enabled: major !== "" });
  const rows = [...(own.data?.items ?? []), ...(wide.data?.items ?? [])];
  return (
    <Card title={t("matters.duties")} aside={<DatePicker size="small" aria-label={t("matters.asOf")} onChange={(chosen) => setOn(chosen === null ? "" : chosen.format("YYYY-MM-DD"))} />}>
      {own.isError && <Failure error={own.error} />}
      {own.data !== undefined && rows.length === 0 && <p className={styles.faint}>{t("matters.noDuties")}</p>}
      <ul className={styles.cards}>
        {rows.map((row) => (
          <li key={row.id}>
            <b>{unitName(row.organisation)}</b> <Tag tone={row.role === "lead" ? "azurite" : "stone"}>{label("role", row.role)}</Tag>{" "}
            <span className={styles.faint}>
              {row.key} · {t("matters.from", { from: day(row.valid_from), to: row.valid_to === null ? t("matters.open") : day(row.valid_to) })} · {row.source}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
