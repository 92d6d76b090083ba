import { useQuery } from "@tanstack/react-query";
import { hotlineRulesQuery } from "@/features/settings/queries";
import { useWords } from "@/shared/i18n";
import { Listing } from "@/shared/parts/Listing";
import styles from "@/shared/parts/page.module.css";

/** How long each kind of hotline order may take, with the limits of contact and return. */
export function HotlinePart() {
  const { t, pick } = useWords();
  const found = useQuery(hotlineRulesQuery);
  const rules = found.data;
  return (
    <>
      {rules !== undefined && (
        <p className={styles.note}>
          {t("hotlineRules.contact", { contact: rules.contact_days, tries: rules.contact_tries, back: rules.return_days, extended: rules.extended_days })} {t("hotlineRules.source", { source: rules.source })}
        </p>
      )}
      <Listing
        source={{ rows: rules?.kinds.map((kind) => ({ ...kind, id: kind.code })), error: found.error, retry: () => void found.refetch() }}
        label={t("settings.hotline")}
        empty={t("settings.none")}
        columns={[
          { key: "kind", title: t("hotlineRules.kind"), show: (row) => pick(row.zh, row.en) },
          { key: "days", title: t("hotlineRules.days"), show: (row) => t("hotlineRules.workingDays", { n: row.days }) },
        ]}
      />
    </>
  );
}
