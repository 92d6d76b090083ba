import { dayEnd, dayStart } from "@/shared/time/format";

export const TABS = [
  "all",
  "to_confirm",
  "to_dispatch",
  "to_receive",
  "handling",
  "to_check",
  "to_close",
  "soon_due",
  "overdue",
  "returned",
  "closed",
] as const;
export type Tab = (typeof TABS)[number];

export const SORTS = ["-filed_at", "filed_at", "due_at", "-due_at"] as const;
export type Sort = (typeof SORTS)[number];

/** Everything the list depends on: this is the address of the page, so a list can be sent to a colleague. */
export interface CaseSearch {
  tab?: Tab;
  q?: string;
  major?: string;
  matter?: string;
  jurisdiction?: string;
  unit?: string;
  urgent?: true;
  mine?: true;
  from?: string;
  to?: string;
  sort?: Sort;
  /** Cursors of the pages gone through; the last one is the present page. */
  after?: string[];
}

/** The fields that narrow the list, apart from tab, order and page. */
export const NARROWING = ["q", "major", "matter", "jurisdiction", "unit", "urgent", "mine", "from", "to"] as const;

function word(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((item) => item === value);
}

function date(value: unknown): string | undefined {
  const text = word(value);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function flag(value: unknown): true | undefined {
  return value === true || value === "true" ? true : undefined;
}

function cursors(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
  return list.length > 0 ? list : undefined;
}

/** Reads an address by hand: what is not understood is dropped, never an error page. */
export function readSearch(raw: Record<string, unknown>): CaseSearch {
  const read: CaseSearch = {
    tab: oneOf(TABS, raw.tab),
    q: word(raw.q),
    major: word(raw.major),
    matter: word(raw.matter),
    jurisdiction: word(raw.jurisdiction),
    unit: word(raw.unit),
    urgent: flag(raw.urgent),
    mine: flag(raw.mine),
    from: date(raw.from),
    to: date(raw.to),
    sort: oneOf(SORTS, raw.sort),
    after: cursors(raw.after),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** A changed filter starts again at the first page. */
export function narrowed(search: CaseSearch, change: Partial<CaseSearch>): CaseSearch {
  return readSearch({ ...search, ...change, after: undefined });
}

export function cleared(search: CaseSearch): CaseSearch {
  return readSearch({ tab: search.tab, sort: search.sort });
}

export function narrowing(search: CaseSearch): number {
  const dates = search.from !== undefined && search.to !== undefined ? 1 : 0;
  return NARROWING.filter((field) => search[field] !== undefined).length - dates;
}

/** The same filters as the server names them. */
export function toQuery(search: CaseSearch) {
  return {
    q: search.q,
    major: search.major === undefined ? undefined : [search.major],
    matter: search.matter === undefined ? undefined : [search.matter],
    jurisdiction: search.jurisdiction,
    unit: search.unit,
    urgent: search.urgent,
    mine: search.mine,
    opened_from: search.from === undefined ? undefined : dayStart(search.from),
    opened_to: search.to === undefined ? undefined : dayEnd(search.to),
  };
}
