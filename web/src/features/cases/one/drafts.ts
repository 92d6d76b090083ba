/** What was being written for a step, so that neither a reload nor a machine that went off loses it. */
export interface Draft {
  text?: string;
  reason?: string;
}

const PLACE = "yiwang.drafts";
const MOST = 20;
const DAY_MS = 24 * 3_600_000;

type Kept = Record<string, Draft & { at: number }>;

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function all(): Kept {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return isKept(found) ? found : {};
  } catch {
    return {};
  }
}

const key = (id: string, verb: string): string => `${id}/${verb}`;

/** Without what is older than a day, and never many. */
export function pruned(kept: Kept, now: number): Kept {
  const young = Object.entries(kept).filter(([, draft]) => now - draft.at < DAY_MS);
  return Object.fromEntries(young.toSorted(([, a], [, b]) => b.at - a.at).slice(0, MOST));
}

export function draftOf(id: string, verb: string): Draft | null {
  const found = pruned(all(), Date.now())[key(id, verb)];
  if (found === undefined) return null;
  return { ...(found.text !== undefined && { text: found.text }), ...(found.reason !== undefined && { reason: found.reason }) };
}

export function keepDraft(id: string, verb: string, { text, reason }: Draft): void {
  const kept = all();
  const draft = { ...(text !== undefined && { text }), ...(reason !== undefined && { reason }), at: Date.now() };
  localStorage.setItem(PLACE, JSON.stringify(pruned({ ...kept, [key(id, verb)]: draft }, Date.now())));
}

export function dropDraft(id: string, verb: string): void {
  const kept = all();
  localStorage.setItem(PLACE, JSON.stringify(Object.fromEntries(Object.entries(kept).filter(([name]) => name !== key(id, verb)))));
}

/** Nobody reads what another began to write: called when somebody signs out. */
export function dropDrafts(): void {
  localStorage.removeItem(PLACE);
}
