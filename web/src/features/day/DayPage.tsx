import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Bulk } from "@/features/day/Bulk";
import styles from "@/features/day/day.module.css";
import { Drawer } from "@/features/day/Drawer";
import { LazyDayMap } from "@/features/day/LazyDayMap";
import { caseLine, eventLine, type Line } from "@/features/day/lines";
import { Queue } from "@/features/day/Queue";
import { dayCountsQuery, queueQuery } from "@/features/day/queries";
import { beside, DAY_TABS, firstTab, type DaySearch, type DayTab } from "@/features/day/tabs";
import { DayTools } from "@/features/day/DayTools";
import { waitingQuery } from "@/features/events/triage";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { QueueTabs } from "@/shared/parts/QueueTabs";
import { Bar, Failure, Nothing } from "@/shared/parts/States";
import { exact } from "@/shared/time/format";

interface DayPageProps {
  search: DaySearch;
  onSearch: (next: DaySearch) => void;
}

/** The duty officer's day on one page: what waits, where it is, and what can be done about it. */
export function DayPage({ search, onSearch }: DayPageProps) {
  const { t } = useWords();
  const counts = useQuery(dayCountsQuery);
  // Where one begins is chosen once: a tab must not jump away under the hand.
  const [start, setStart] = useState<DayTab | null>(null);
  if (start === null && counts.data !== undefined) setStart(firstTab(counts.data.tabs));
  const tab = search.tab ?? start ?? "to_dispatch";
  const found = useLines(tab);
  const walk = useWalk(found.lines, search.open, (open) => onSearch({ tab, ...(open !== undefined && { open }) }));
  const turn = (next: DayTab): void => {
    walk.rest();
    onSearch({ tab: next });
  };
  useKeys({
    j: () => walk.move(1),
    k: () => walk.move(-1),
    Enter: walk.open,
    o: walk.open,
    x: walk.toggleActive,
    u: walk.close,
    Escape: walk.close,
    "[": () => turn(beside(tab, -1)),
    "]": () => turn(beside(tab, 1)),
  });
  const lines = found.lines ?? NO_LINES;
  const chosen = lines.filter((line) => walk.selected.has(line.id));
  return (
    <div className={styles.page}>
      <Head asOf={counts.data?.as_of} />
      <Tabs tab={tab} counts={counts.data?.tabs} onTab={turn} />
      <div className={styles.body}>
        <section className={styles.left} aria-label={t("day.queue")}>
          {chosen.length > 0 && <Bulk lines={chosen} onDone={walk.clear} />}
          <Lines found={found} walk={walk} open={search.open} />
        </section>
        <section className={styles.right} aria-label={t("day.map")}>
          <LazyDayMap lines={lines} selected={search.open ?? walk.activeId} onOpen={walk.openId} covered={search.open !== undefined} />
          {search.open !== undefined && <Drawer key={search.open} id={search.open} kind={tab === "triage" ? "event" : "case"} onClose={walk.close} />}
        </section>
      </div>
    </div>
  );
}

function Head({ asOf }: { asOf: string | undefined }) {
  const { t } = useWords();
  return (
    <header className={styles.head}>
      <h1>{t("day.title")}</h1>
      <p className={styles.asOf}>{asOf !== undefined && t("cases.asOf", { at: exact(asOf).slice(11) })}</p>
      <DayTools />
    </header>
  );
}

const NO_LINES: Line[] = [];

interface Found {
  lines: Line[] | undefined;
  error: unknown;
  retry: () => void;
  more: (() => void) | undefined;
}

/** The lines of a tab, whichever room they come from. */
function useLines(tab: DayTab): Found {
  const cases = useInfiniteQuery(queueQuery(tab));
  const events = useQuery({ ...waitingQuery, enabled: tab === "triage" });
  if (tab === "triage") return { lines: events.data?.items.map(eventLine), error: events.error, retry: () => void events.refetch(), more: undefined };
  return {
    lines: cases.data?.pages.flatMap((page) => page.items.map(caseLine)),
    error: cases.error,
    retry: () => void cases.refetch(),
    more: cases.hasNextPage ? () => void cases.fetchNextPage() : undefined,
  };
}

type Walk = ReturnType<typeof useWalk>;

/** Going through the lines by keyboard, and which of them are chosen. */
function useWalk(lines: Line[] | undefined, open: string | undefined, onOpen: (id: string | undefined) => void) {
  const [activeId, setActive] = useState<string | undefined>(open);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const all = lines ?? [];
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  return {
    activeId,
    selected,
    toggle,
    toggleActive: () => {
      if (activeId !== undefined) toggle(activeId);
    },
    clear: () => setSelected(new Set()),
    rest: () => {
      setActive(undefined);
      setSelected(new Set());
    },
    move: (step: number) => {
      const at = all.findIndex((line) => line.id === activeId);
      const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
      if (next === undefined) return;
      setActive(next.id);
      if (open !== undefined) onOpen(next.id);
    },
    open: () => {
      if (activeId !== undefined) onOpen(activeId);
    },
    openId: (id: string) => {
      setActive(id);
      onOpen(id);
    },
    close: () => onOpen(undefined),
  };
}

function Lines({ found, walk, open }: { found: Found; walk: Walk; open: string | undefined }) {
  const { t } = useWords();
  if (found.lines === undefined && found.error !== null) return <Failure error={found.error} retry={found.retry} />;
  if (found.lines === undefined) return <Waiting />;
  if (found.lines.length === 0) {
    return (
      <Nothing title={t("day.empty")}>
        <p>{t("day.emptyHint")}</p>
      </Nothing>
    );
  }
  return (
    <>
      <Queue lines={found.lines} active={walk.activeId} open={open} selected={walk.selected} onToggle={walk.toggle} onOpen={walk.openId} />
      {found.more !== undefined && (
        <Button className={styles.more ?? ""} onClick={found.more}>
          {t("day.more")}
        </Button>
      )}
    </>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} aria-busy="true">
      {Array.from({ length: 8 }, (_, index) => (
        <p key={index}>
          <Bar width="70%" />
          <Bar width="45%" />
        </p>
      ))}
    </div>
  );
}

const ALARMING = new Set<DayTab>(["soon_due", "overdue", "expedited"]);

function Tabs({ tab, counts, onTab }: { tab: DayTab; counts: Record<string, number> | undefined; onTab: (tab: DayTab) => void }) {
  const { t, code } = useWords();
  const tabs = DAY_TABS.map((name) => ({ name, label: code("day_tab", name), count: counts?.[name], alarming: ALARMING.has(name) }));
  return <QueueTabs label={t("day.tabs")} tabs={tabs} here={tab} onTab={onTab} />;
}
