/** The phone's own copy of one's work: read from the phone, written to the phone, brought in line when there is a network. */
import { useSyncExternalStore } from "react";
import { Kept, type KeptPhoto } from "@/features/pocket/kept";
import { leavePatrol, resumePatrol } from "@/features/pocket/patrol";
import { readAll, type Copy } from "@/features/pocket/reading";
import { replay, type Item, type Work } from "@/features/pocket/queue";
import { send } from "@/features/pocket/sending";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import type { Session } from "@/shared/api/types";
import { whereAmI, type Fix } from "@/shared/light/geo";

export interface Pocket {
  phase: "starting" | "out" | "in";
  session: Session | null;
  copy: Copy | null;
  items: readonly Item[];
  /** Whether the platform answered the last time it was asked. */
  online: boolean;
  busy: boolean;
  fix: Fix | null;
}

/** A photo taken for a form, and whether it shows how it was before. */
export interface Keeping {
  blob: Blob;
  fromFile: boolean;
  when: "before" | "after";
}

const EVERY_MS = 20_000;
const SOON_MS = 1_500;
const listeners = new Set<() => void>();
let state: Pocket = { phase: "starting", session: null, copy: null, items: [], online: true, busy: false, fix: null };
let kept: Kept | null = null;
let common: Kept | null = null;

function set(change: Partial<Pocket>): void {
  state = { ...state, ...change };
  listeners.forEach((call) => call());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function usePocket(): Pocket {
  return useSyncExternalStore(subscribe, () => state);
}

/** The session the platform knows; undefined when it does not answer. */
async function askedSession(): Promise<Session | null | undefined> {
  try {
    return await body(api.GET("/api/session"));
  } catch (error) {
    return error instanceof Problem && error.status === 401 ? null : undefined;
  }
}

async function enter(session: Session): Promise<void> {
  if (kept === null || state.session?.account_id !== session.account_id) {
    leavePatrol();
    kept = await Kept.of(session.account_id);
  }
  const copy = (await kept.read("copy")) as Copy | undefined;
  set({ phase: "in", session, copy: copy ?? null, items: await kept.items() });
  await resumePatrol(kept, put);
}

/** Opens the phone's copy, then asks the platform; without a network the copy is all there is. */
export async function start(): Promise<void> {
  common = await Kept.common();
  const known = (await common.read("session")) as Session | null | undefined;
  if (known) await enter(known);
  addEventListener("online", () => void sync());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void sync();
  });
  setInterval(() => void sync(), EVERY_MS);
  await sync();
  void whereAmI().then((fix) => set({ fix }));
}

/** After signing in: the account's own copy is opened, and what waits goes out. */
export async function signedIn(session: Session): Promise<void> {
  await common?.write({ session });
  await enter(session);
  await sync();
}

export async function signOut(): Promise<void> {
  try {
    await api.DELETE("/api/session");
  } catch {
    // Without a network the session ends on the phone; on the platform it ends by itself.
  }
  await common?.write({ session: null });
  kept = null;
  leavePatrol();
  set({ phase: "out", session: null, copy: null, items: [] });
}

let running: Promise<void> | null = null;
let again = false;

/** Sends what waits and reads anew; one at a time, and once more when something was put in meanwhile. */
export function sync(): Promise<void> {
  again = true;
  running ??= (async () => {
    try {
      while (again) {
        again = false;
        await once();
      }
    } finally {
      running = null;
    }
  })();
  return running;
}

let soon: ReturnType<typeof setTimeout> | undefined;
let pause = SOON_MS;

/** An answer was lost on its way: asked again shortly, then ever more rarely, up to the usual round. */
function askSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void sync(), pause);
  pause = Math.min(pause * 2, EVERY_MS);
}

async function once(): Promise<void> {
  set({ busy: true });
  try {
    const session = await askedSession();
    if (session === undefined) {
      set({ online: false, phase: state.session === null ? "out" : state.phase });
      askSoon();
      return;
    }
    set({ online: true });
    if (session === null) {
      set({ phase: "out" });
      return;
    }
    await common?.write({ session });
    await enter(session);
    // Whoever has a password that somebody else gave may do nothing before they chose one.
    if (!session.must_change_password) await bringIn();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    set({ online: error.status !== 0 });
  } finally {
    set({ busy: false });
  }
}

async function bringIn(): Promise<void> {
  const here = kept;
  if (here === null || state.session === null) return;
  const ended = await replay(await here.items(), (item) => send(here, item), {
    remove: async (item) => {
      await here.remove(item);
      set({ items: await here.items() });
    },
    update: async (item) => {
      await here.update(item);
      set({ items: await here.items() });
    },
  });
  if (ended === "later" || ended === "signed-out") {
    set(ended === "later" ? { online: false } : { phase: "out" });
    if (ended === "later") askSoon();
    return;
  }
  pause = SOON_MS;
  const copy = await readAll(here, state.session, state.copy);
  await here.write({ copy });
  set({ copy });
}

/** Keeps what was done on the phone, and sends it when it can; it is safe once this returns. */
export async function put(work: Work, photos: readonly { blob: Blob; fromFile: boolean }[] = []): Promise<void> {
  if (kept === null) throw new Error("Nobody is signed in on this phone.");
  const made: KeptPhoto[] = [];
  for (const { blob, fromFile } of photos) {
    const id = crypto.randomUUID();
    made.push({ id, bytes: await blob.arrayBuffer(), name: `${fromFile ? "album" : "camera"}-${id}.jpg`, fileId: null });
  }
  const item = { key: crypto.randomUUID(), madeAt: new Date().toISOString(), work, photos: made.map((photo) => photo.id), refused: null };
  await kept.add(item, made);
  set({ items: await kept.items() });
  void sync();
}

/** Sends a refused item once more, as it was. */
export async function retry(item: Item): Promise<void> {
  const { id, key, madeAt, work, photos } = item;
  await kept?.update({ id, key, madeAt, work, photos, refused: null });
  await reread();
  void sync();
}

/** Gives up what the platform would not have. */
export async function discard(item: Item): Promise<void> {
  await kept?.remove(item);
  await reread();
  void sync();
}

async function reread(): Promise<void> {
  if (kept !== null) set({ items: await kept.items() });
}

/** The bytes of a photo kept for reading offline; null when it was never read. */
export async function keptImage(id: string): Promise<Blob | null> {
  const bytes = await kept?.read(`image:${id}`);
  return bytes instanceof ArrayBuffer ? new Blob([bytes], { type: "image/jpeg" }) : null;
}

/** Photos of a form that was not sent yet: they outlive a page that the phone throws away. */
export async function keepShots(name: string, shots: readonly Keeping[]): Promise<void> {
  const rows = await Promise.all(shots.map(async ({ blob, ...more }) => ({ ...more, bytes: await blob.arrayBuffer() })));
  await kept?.write({ [`shots:${name}`]: rows });
}

export async function keptShots(name: string): Promise<Keeping[]> {
  const rows = (await kept?.read(`shots:${name}`)) as (Omit<Keeping, "blob"> & { bytes: ArrayBuffer })[] | undefined;
  return (rows ?? []).map(({ bytes, ...more }) => ({ ...more, blob: new Blob([bytes], { type: "image/jpeg" }) }));
}
