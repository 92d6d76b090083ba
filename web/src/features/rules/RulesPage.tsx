import { useMay } from "@/features/access/session";
import { FenceList } from "@/features/fences/FenceList";
import { CombinationList } from "@/features/rules/CombinationList";
import { ProposalList } from "@/features/rules/ProposalList";
import { RuleList } from "@/features/rules/RuleList";
import { TrialList } from "@/features/rules/TrialList";
import { useWords } from "@/shared/i18n";
import { Parts } from "@/shared/parts/Page";

/** Rules of alarms: what holds, what was tried, what is proposed by how right they were; what stands on top of them. */
export function RulesPage() {
  const { t } = useWords();
  const manages = useMay("alarms.manage");
  const parts = [
    { code: "rules", label: t("rules.title"), show: () => <RuleList /> },
    { code: "proposals", label: t("rules.proposals"), show: () => <ProposalList /> },
    { code: "combinations", label: t("combos.title"), show: () => <CombinationList /> },
    { code: "fences", label: t("fences.title"), show: () => <FenceList /> },
    ...(manages ? [{ code: "trials", label: t("rules.trials"), show: () => <TrialList /> }] : []),
  ];
  return <Parts title={t("rules.title")} parts={parts} />;
}
