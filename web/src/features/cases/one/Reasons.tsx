import styles from "@/features/cases/one/one.module.css";
import type { Case } from "@/shared/api/types";
import { useWords, type Words } from "@/shared/i18n";
import { Tag } from "@/shared/parts/Tag";

function classified(shown: Case, { t }: Words): string {
  const how = shown.classification;
  if (how === null || how.by === "given") return how?.reason ?? t("case.why.given");
  const sure = how.confidence === null ? [] : [t("case.confidence", { n: Math.round(how.confidence * 100) })];
  return [how.reason ?? t("case.why.suggested"), ...sure].join(" · ");
}

/** The platform's own words for what it decided; each can be argued with because it is said. */
export function Reasons({ shown }: { shown: Case }) {
  const words = useWords();
  const { t } = words;
  const reasons: [name: string, sentence: string][] = [
    [t("case.why.classification"), classified(shown, words)],
    [t("case.why.merge"), shown.merge_reason ?? t("case.why.notMerged")],
    [t("case.why.dispatch"), shown.dispatch_reason ?? t("case.why.notDispatched")],
    [t("case.why.deadline"), shown.deadline_reason ?? t("case.why.noDeadline")],
  ];
  if (shown.urgency_reason !== null) reasons.unshift([t("case.why.urgency"), shown.urgency_reason]);
  return (
    <dl className={styles.reasons}>
      {reasons.map(([name, sentence]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {sentence}
            {name === t("case.why.deadline") && shown.provisional_limit && (
              <Tag tone="ochre" title={t("cases.provisionalHint")}>
                {t("cases.provisional")}
              </Tag>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
