import { chance } from "@/features/citizen/chance";
/** What was reported from this phone, and the word by which it votes: kept here only. */
export interface Mine {
  number: string;
  token: string;
  text: string;
  at: string;
}

const REPORTS = "yiwang.reports";
const DEVICE = "yiwang.device";
const VOTES = "yiwang.votes";
const MOST = 30;

function isMine(value: unknown): value is Mine {
  return typeof value === "object" && value !== null && "number" in value && "token" in value && "text" in value && "at" in value;
}

function listed(key: string): unknown[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}

export function mine(): Mine[] {
  return listed(REPORTS).filter(isMine);
}

export function keepMine(one: Mine): void {
  localStorage.setItem(REPORTS, JSON.stringify([one, ...mine().filter((known) => known.number !== one.number)].slice(0, MOST)));
}

export function device(): string {
  const known = localStorage.getItem(DEVICE);
  if (known !== null && known.length >= 16) return known;
  const made = chance();
  localStorage.setItem(DEVICE, made);
  return made;
}

export function votes(): Set<string> {
  return new Set(listed(VOTES).filter((id) => typeof id === "string"));
}

export function keepVotes(voted: ReadonlySet<string>): void {
  localStorage.setItem(VOTES, JSON.stringify([...voted]));
}
