import { ContextList } from "@/features/contexts/ContextList";
import { SilenceList } from "@/features/silences/SilenceList";
import { useWords } from "@/shared/i18n";
import { Parts } from "@/shared/parts/Page";

/** What keeps alarms quiet for a time: silences, maintenance and drills, and the contexts that rules read. */
export function SilencesPage() {
  const { t } = useWords();
  const parts = [
    { code: "silences", label: t("quiet.silences"), show: () => <SilenceList /> },
    { code: "contexts", label: t("quiet.contexts"), show: () => <ContextList /> },
  ];
  return <Parts title={t("quiet.title")} parts={parts} />;
}
