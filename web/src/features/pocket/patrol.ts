/** 巡查: where one goes while signed in to a shift and only as long as one says; kept on the phone until it is sent. */
import { useSyncExternalStore } from "react";
import type { Kept } from "@/features/pocket/kept";
import type { Work } from "@/features/pocket/queue";
import type { OwnDuty } from "@/features/pocket/reading";
import { columns, full, taken, type Patrol, type Step } from "@/features/pocket/walk";

type Put = (work: Work) => Promise<void>;

const KEY = "patrol";
const listeners = new Set<() => void>();
let patrol: Patrol | null = null;
let watch: number | null = null;
let here: { kept: Kept; put: Put } | null = null;

function set(next: Patrol | null): void {
  patrol = next;
  listeners.forEach((call) => call());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function usePatrol(): Patrol | null {
  return useSyncExternalStore(subscribe, () => patrol);
}

/** After signing in on this phone: a patrol that a closed page cut off goes on while its shift does. */
export async function resumePatrol(kept: Kept, put: Put): Promise<void> {
  if (here?.kept === kept) return;
  here = { kept, put };
  const known = (await kept.read(KEY)) as Patrol | null | undefined;
  set(known ?? null);
  if (patrol === null) return;
  if (Date.now() >= patrol.until) await stopPatrol();
  else look();
}

export async function startPatrol(signed: NonNullable<OwnDuty["signed"]>): Promise<void> {
  const now = Date.now();
  await keep({ shift: signed.id, since: now, until: Date.parse(signed.ends), walked: 0, points: [], last: null });
  look();
}

/** Ends the patrol; what was not handed over yet is. */
export async function stopPatrol(): Promise<void> {
  leave();
  const last = patrol;
  if (last !== null) await handOver(last);
  await here?.kept.write({ [KEY]: null });
  set(null);
}

/** Stops looking and forgets whose it was: somebody else takes this phone. */
export function leavePatrol(): void {
  leave();
  here = null;
  set(null);
}

function look(): void {
  if (watch !== null || !("geolocation" in navigator)) return;
  watch = navigator.geolocation.watchPosition(
    ({ coords, timestamp }) => void came({ at: Math.min(timestamp, Date.now()), lon: coords.longitude, lat: coords.latitude }, coords.accuracy),
    () => undefined,
    { enableHighAccuracy: true, maximumAge: 2_000 },
  );
}

function leave(): void {
  if (watch !== null) navigator.geolocation.clearWatch(watch);
  watch = null;
}

async function came(step: Step, accuracy: number): Promise<void> {
  if (patrol === null) return;
  if (Date.now() >= patrol.until) return stopPatrol();
  const next = taken(patrol, step, accuracy);
  if (next === patrol) return;
  if (full(next)) {
    await keep({ ...next, points: [] });
    await handOver(next);
  } else await keep(next);
}

async function keep(next: Patrol): Promise<void> {
  set(next);
  await here?.kept.write({ [KEY]: next });
}

async function handOver({ points }: Patrol): Promise<void> {
  if (points.length > 0) await here?.put({ kind: "track", ...columns(points) });
}
