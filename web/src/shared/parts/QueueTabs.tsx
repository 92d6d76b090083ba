import styles from "@/shared/parts/queueTabs.module.css";

export interface QueueTab<Name extends string> {
  name: Name;
  label: string;
  count: number | undefined;
  alarming?: boolean;
}

interface QueueTabsProps<Name extends string> {
  label: string;
  tabs: readonly QueueTab<Name>[];
  here: Name;
  onTab: (name: Name) => void;
}

/** Queues with their live counts; the counts keep their width so that nothing jumps when they change. */
export function QueueTabs<Name extends string>({ label, tabs, here, onTab }: QueueTabsProps<Name>) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ name, label: said, count, alarming = false }) => (
        <button key={name} type="button" data-tab={name} className={styles.tab} aria-current={name === here ? "page" : undefined} onClick={() => onTab(name)}>
          {said}
          {count !== undefined && (
            <span className={styles.count} data-tone={count > 0 && alarming ? name : undefined} data-zero={count === 0}>
              {count > 9999 ? "9999+" : count}
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
