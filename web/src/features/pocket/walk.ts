/** Which points of a patrol are kept on the phone. Pure. */
import { metres, type Spot } from "@/shared/light/geo";

/** A point of a patrol; `at` is milliseconds since 1970, degrees WGS-84. */
export interface Step extends Spot {
  at: number;
}

export interface Patrol {
  /** The attendance it belongs to, and when that shift ends. */
  shift: string;
  since: number;
  until: number;
  /** Metres walked so far. */
  walked: number;
  /** What was not yet handed over to be sent. */
  points: Step[];
  last: Step | null;
}

const BLURRED = 80;
const LEAST_METRES = 8;
const LEAST_MS = 4_000;
const STANDING_MS = 120_000;
const FASTEST = 40;
const BATCH = 60;
const BATCH_MS = 120_000;

/** Whether a point says something new: sharp enough, later, further, and no faster than anybody can be. */
export function worth(last: Step | null, next: Step, accuracy: number): boolean {
  if (accuracy > BLURRED) return false;
  if (last === null) return true;
  const [far, passed] = [metres(last, next), next.at - last.at];
  if (passed < LEAST_MS || (far / passed) * 1000 > FASTEST) return false;
  return far >= LEAST_METRES || passed >= STANDING_MS;
}

/** Takes a point in, or leaves the patrol as it is; after the shift nothing is taken. */
export function taken(patrol: Patrol, next: Step, accuracy: number): Patrol {
  if (next.at < patrol.since || next.at >= patrol.until || !worth(patrol.last, next, accuracy)) return patrol;
  const walked = patrol.walked + (patrol.last === null ? 0 : metres(patrol.last, next));
  return { ...patrol, walked, last: next, points: [...patrol.points, next] };
}

/** Whether so much has come together that it is sent. */
export function full(patrol: Patrol): boolean {
  const [first, last] = [patrol.points[0], patrol.points.at(-1)];
  return patrol.points.length >= BATCH || (first !== undefined && last !== undefined && last.at - first.at >= BATCH_MS);
}

/** The columns that are sent. */
export function columns(points: readonly Step[]): { at: string[]; lon: number[]; lat: number[] } {
  return { at: points.map((point) => new Date(point.at).toISOString()), lon: points.map((point) => point.lon), lat: points.map((point) => point.lat) };
}
