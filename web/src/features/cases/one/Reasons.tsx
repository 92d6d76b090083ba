import styles from "@/features/cases/one/one.module.css";
import { readPlace } from "@/features/cases/one/place";
import type { Case } from "@/shared/api/types";
import { useWords, type Words } from "@/shared/i18n";

function classified({ classification: { by, confidence, reason } }: Case, { t }: Words): string {
  if (by === "given") return reason || t("case.why.given");
  return `${reason || t("case.why.suggested")} · ${t("case.confidence", { n: Math.round(confidence * 100) })}`;
}

function merges(shown: Case): string {
  return [...new Set(shown.reports_list.map((report) => report.merge_reason).filter((reason) => reason !== null))].join(" ");
}

/** The server explains a deadline in both languages. */
function deadline({ deadline: told, deadline_reason }: Case, { language }: Words): string {
  const sentence = told[language];
  return typeof sentence === "string" ? sentence : deadline_reason;
}

/** The platform's own words for what it decided; each can be argued with because it is said. */
export function Reasons({ shown }: { shown: Case }) {
  const words = useWords();
  const { t } = words;
  const reasons: [name: string, sentence: string][] = [
    [t("case.why.classification"), classified(shown, words)],
    [t("case.why.place"), readPlace(shown.place_detail).explanation],
    [t("case.why.merge"), merges(shown) || t("case.why.notMerged")],
    [t("case.why.dispatch"), shown.dispatch_reason || t("case.why.notDispatched")],
    [t("case.why.deadline"), deadline(shown, words) || t("case.why.noDeadline")],
  ];
  return (
    <dl className={styles.reasons}>
      {reasons
        .filter(([, sentence]) => sentence !== "")
        .map(([name, sentence]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
