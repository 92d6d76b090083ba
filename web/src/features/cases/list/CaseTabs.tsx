import { TABS, type Tab } from "@/features/cases/filters";
import { useWords } from "@/shared/i18n";
import { QueueTabs } from "@/shared/parts/QueueTabs";

interface CaseTabsProps {
  tab: Tab;
  counts: Record<string, number> | undefined;
  onTab: (tab: Tab) => void;
}

const ALARMING = new Set<Tab>(["soon_due", "overdue"]);

/** The queues of the case list. */
export function CaseTabs({ tab, counts, onTab }: CaseTabsProps) {
  const { t, code } = useWords();
  const tabs = TABS.map((name) => ({ name, label: code("tab", name), count: counts?.[name], alarming: ALARMING.has(name) }));
  return <QueueTabs label={t("cases.tabs")} tabs={tabs} here={tab} onTab={onTab} />;
}
