import styles from "@/features/cases/list/list.module.css";
import type { CaseRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Tag } from "@/shared/parts/Tag";

/** A case number with its last six digits, by which people name it, standing out. */
export function CaseNumber({ number }: { number: string }) {
  return (
    <span className={styles.number}>
      {number.slice(0, -6)}
      <b>{number.slice(-6)}</b>
    </span>
  );
}

/** Street, then the place in words; the neighbourhood where there are no words. */
export function placeWords(row: CaseRow): string {
  const { chain, name } = row.jurisdiction;
  const street = chain.find((link) => /(街道|镇|工业区|园区)$/.test(link)) ?? chain[1] ?? chain[0] ?? "";
  const words = row.place.text === "" ? name : row.place.text;
  return [street, words === street ? "" : words].filter((part) => part !== "").join(" · ") || "—";
}

export function UrgentMark() {
  const { t } = useWords();
  return <Tag tone="filled">{t("cases.urgent")}</Tag>;
}

/** What sets this case apart, in the order in which it matters. */
export function CaseMarks({ row }: { row: CaseRow }) {
  const { t } = useWords();
  return (
    <>
      {row.drill && <Tag tone="ochre">{t("drill.badge")}</Tag>}
      {row.rework > 0 && <Tag tone="cinnabar">{t("cases.rework", { n: row.rework })}</Tag>}
      {row.reports > 1 && <Tag tone="azurite">{t("cases.merged", { n: row.reports })}</Tag>}
      {row.self_handled && <Tag tone="malachite">{t("cases.selfHandled")}</Tag>}
      {row.claimed_by !== null && <Tag title={t("cases.claimedBy", { name: row.claimed_by.name })}>{row.claimed_by.name}</Tag>}
    </>
  );
}
