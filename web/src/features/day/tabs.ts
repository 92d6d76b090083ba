/** The tabs of the day in the order of the procedure, then what runs out, came back or is pressed from above. */
export const DAY_TABS = [
  "to_confirm",
  "triage",
  "to_dispatch",
  "to_receive",
  "handling",
  "to_check",
  "to_close",
  "soon_due",
  "overdue",
  "returned",
  "expedited",
] as const;
export type DayTab = (typeof DAY_TABS)[number];

export interface DaySearch {
  tab?: DayTab;
  /** The case or event in the drawer. */
  open?: string;
}

const ID = /^[0-9a-f-]{36}$/;

/** Reads the address of the day; what is not understood is dropped. */
export function readDay(raw: Record<string, unknown>): DaySearch {
  const tab = DAY_TABS.find((name) => name === raw.tab);
  return { ...(tab !== undefined && { tab }), ...(typeof raw.open === "string" && ID.test(raw.open) && { open: raw.open }) };
}

/** The tab beside one, round at the ends. */
export function beside(tab: DayTab, step: number): DayTab {
  return DAY_TABS[(DAY_TABS.indexOf(tab) + step + DAY_TABS.length) % DAY_TABS.length] ?? tab;
}

/** Where an officer begins: the first tab on which something waits that is theirs to move on. */
export function firstTab(counts: Record<string, number> | undefined): DayTab {
  return (["triage", "to_confirm", "to_dispatch", "returned", "to_check", "to_close"] as const).find((tab) => (counts?.[tab] ?? 0) > 0) ?? "to_dispatch";
}
