import { useMay } from "@/features/access/session";
import { Erasures } from "@/features/personal/Erasures";
import { Exports } from "@/features/personal/Exports";
import { ByNumber } from "@/features/personal/ByNumber";
import { useWords } from "@/shared/i18n";
import { Parts, type Part } from "@/shared/parts/Page";

/** What is done with personal data: exports and their approval, finding by number, erasing a person. */
export function PersonalPage() {
  const { t } = useWords();
  const [asks, approves, searches, erases] = [useMay("exports.ask"), useMay("exports.approve"), useMay("personal.search"), useMay("persons.erase")];
  const parts: Part[] = [
    ...(asks || approves ? [{ code: "exports", label: t("exports.title"), show: () => <Exports /> }] : []),
    ...(searches ? [{ code: "number", label: t("byNumber.title"), show: () => <ByNumber /> }] : []),
    ...(erases ? [{ code: "erasures", label: t("erasures.title"), show: () => <Erasures /> }] : []),
  ];
  return <Parts title={t("nav.personal")} parts={parts} />;
}
