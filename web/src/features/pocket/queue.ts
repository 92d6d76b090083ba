/** What was done on the phone and has yet to reach the platform: kept in order, sent once and in order. Pure. */
export type Verb = "receive" | "return" | "handle" | "check";

export interface Where {
  lon: number | null;
  lat: number | null;
  text: string;
}

export type Work =
  | { kind: "step"; caseId: string; number: string; verb: Verb; text: string | null; passed: boolean | null }
  | { kind: "report"; text: string; matter: string | null; place: Where; fixed: string | null }
  | { kind: "sign"; way: "in" | "out"; where: Where }
  | { kind: "track"; at: string[]; lon: number[]; lat: number[] }
  | { kind: "order"; orderId: string; number: string; verb: "receive" | "done"; feedback: string };

export interface Item {
  /** Its place in the order. */
  id: number;
  /** The platform does what comes under one key once. */
  key: string;
  madeAt: string;
  work: Work;
  /** Photos by their ids on this phone. */
  photos: string[];
  /** Why the platform would not have it; null while it waits. */
  refused: string | null;
  /** The status it was refused with, and the state its case was in then. */
  status?: number;
  now?: string;
}

export type Outcome = { state: "done" } | { state: "later" } | { state: "signed-out" } | { state: "refused"; why: string; status: number; now?: string };

export interface Keeper {
  remove: (item: Item) => Promise<void>;
  update: (item: Item) => Promise<void>;
}

/** What an item is about: what follows on a refused one is held back with it. */
export function about(work: Work): string {
  if (work.kind === "step") return `case ${work.caseId}`;
  if (work.kind === "order") return `order ${work.orderId}`;
  return work.kind === "sign" ? "duty" : work.kind;
}

/** Reports and stretches of a patrol stand alone: nothing waits for one that was refused. */
const ALONE = new Set(["report", "track"]);

/**
 * Sends what waits, oldest first. No network or no session ends the round; a refusal is kept with its reason, and what
 * came after it on the same thing waits until the person has decided. Says how the round ended.
 */
export async function replay(items: readonly Item[], send: (item: Item) => Promise<Outcome>, keeper: Keeper): Promise<Outcome["state"]> {
  const held = new Set<string>();
  let ended: Outcome["state"] = "done";
  for (const item of items.toSorted((a, b) => a.id - b.id)) {
    const thing = about(item.work);
    if (item.refused !== null) {
      if (!ALONE.has(thing)) held.add(thing);
      continue;
    }
    if (held.has(thing)) continue;
    const outcome = await send(item);
    if (outcome.state === "later" || outcome.state === "signed-out") return outcome.state;
    if (outcome.state === "done") await keeper.remove(item);
    else {
      const { why, status, now } = outcome;
      await keeper.update({ ...item, refused: why, status, ...(now === undefined ? {} : { now }) });
      if (!ALONE.has(thing)) held.add(thing);
      ended = "refused";
    }
  }
  return ended;
}

/** What an answer means for the queue: refusals are final, everything else may be sent again. */
export function outcomeOf(status: number, why: string): Outcome {
  if (status === 401) return { state: "signed-out" };
  if (status === 0 || status === 408 || status === 425 || status === 429 || status >= 500) return { state: "later" };
  return { state: "refused", why, status };
}

const AFTER: Record<Verb, string> = { receive: "handling", return: "to_dispatch", handle: "to_check", check: "to_close" };

/** The state a case will be in once what waits has arrived. */
export function foreseen(state: string, caseId: string, items: readonly Item[]): string {
  let now = state;
  for (const { work, refused } of items.toSorted((a, b) => a.id - b.id)) {
    if (work.kind !== "step" || work.caseId !== caseId) continue;
    if (refused !== null) return now;
    now = work.verb === "check" && work.passed === false ? "handling" : AFTER[work.verb];
  }
  return now;
}

const STEPS: Record<string, { verb: Verb; permission: string }[]> = {
  to_receive: [
    { verb: "receive", permission: "cases.receive" },
    { verb: "return", permission: "cases.return" },
  ],
  handling: [
    { verb: "handle", permission: "cases.handle" },
    { verb: "return", permission: "cases.return" },
  ],
  to_check: [{ verb: "check", permission: "cases.check" }],
};

/** The steps somebody with these permissions may take on the phone from a state, the main one first. */
export function stepsFrom(state: string, permissions: readonly string[]): Verb[] {
  return (STEPS[state] ?? []).filter((step) => permissions.includes(step.permission)).map((step) => step.verb);
}
