import { TABS, type Tab } from "@/features/cases/filters";
import styles from "@/features/cases/list/list.module.css";
import { useWords } from "@/shared/i18n";

interface CaseTabsProps {
  tab: Tab;
  counts: Record<string, number> | undefined;
  onTab: (tab: Tab) => void;
}

const ALARMING = new Set<Tab>(["soon_due", "overdue"]);

function shown(count: number): string {
  return count > 9999 ? "9999+" : String(count);
}

/** The queues with their live counts; the counts keep their width so that nothing jumps when they change. */
export function CaseTabs({ tab, counts, onTab }: CaseTabsProps) {
  const { t, code } = useWords();
  return (
    <nav className={styles.tabs} aria-label={t("cases.tabs")}>
      {TABS.map((name) => {
        const count = counts?.[name];
        return (
          <button
            key={name}
            type="button"
            data-tab={name}
            className={styles.tab}
            aria-current={name === tab ? "page" : undefined}
            onClick={() => onTab(name)}
          >
            {code("tab", name)}
            {count !== undefined && (
              <span className={styles.count} data-tone={count > 0 && ALARMING.has(name) ? name : undefined} data-zero={count === 0}>
                {shown(count)}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
