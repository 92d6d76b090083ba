import type { Level, SignNow, SignPoint } from "@/features/signs/queries";

/** What the address of the page says. */
export interface SignSearch {
  node?: string;
  sign?: string;
  dimension?: SignNow["dimension"];
}

export const DIMENSIONS = ["safety", "green", "vitality", "health"] as const;
export const LEVELS: readonly Level[] = ["green", "yellow", "orange", "red"];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readSigns(raw: Record<string, unknown>): SignSearch {
  const dimension = DIMENSIONS.find((name) => name === raw.dimension);
  return {
    ...(typeof raw.node === "string" && ID.test(raw.node) && { node: raw.node }),
    ...(typeof raw.sign === "string" && /^[A-Z]{2}\d{4}$/.test(raw.sign) && { sign: raw.sign }),
    ...(dimension && { dimension }),
  };
}

/** The same address without one of its parts. */
export function without(search: SignSearch, part: keyof SignSearch): SignSearch {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name !== part));
}

/** A value as people write it; what is unknown is never a zero. */
export function shown(value: number | null | undefined, unit = ""): string {
  if (value === null || value === undefined) return "—";
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 2;
  return `${value.toLocaleString("en-US", { maximumFractionDigits: digits })}${unit === "%" ? "" : unit === "" ? "" : " "}${unit}`;
}

/** Whether a sign has something to say at this place: what is late, failed or not connected stays grey. */
export function grey(sign: Pick<SignNow, "state">): boolean {
  return sign.state !== "live";
}

const ORDER: Record<Level, number> = { red: 0, orange: 1, yellow: 2, green: 3, unknown: 4 };

/** The worst first; within a level as the catalogue has them. */
export function worstFirst(signs: readonly SignNow[]): SignNow[] {
  return signs.toSorted((one, other) => rank(one) - rank(other) || one.code.localeCompare(other.code));
}

function rank(sign: SignNow): number {
  return grey(sign) ? 5 : ORDER[sign.level];
}

export type Place = readonly [x: number, y: number];

export interface Trace {
  /** Runs of points without a gap between them. */
  runs: Place[][];
  low: number;
  high: number;
  y: (value: number) => number;
}

/** Fits points into a box by their times; what has no value is a gap. Null when nothing has one. */
export function traced(points: readonly { at: number; value: number | null }[], wide: number, tall: number, also: readonly number[] = []): Trace | null {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const first = points[0];
  const last = points.at(-1);
  if (known.length === 0 || first === undefined || last === undefined) return null;
  const low = Math.min(...known, ...also);
  const high = Math.max(...known, ...also);
  const span = high - low;
  const y = (value: number): number => (span === 0 ? tall / 2 : tall - ((value - low) / span) * tall);
  const x = (at: number): number => ((at - first.at) / (last.at - first.at || 1)) * wide;
  const runs: Place[][] = [];
  let run: Place[] = [];
  for (const { at, value } of points) {
    if (value === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push([x(at), y(value)]);
  }
  if (run.length > 0) runs.push(run);
  return { runs, low, high, y };
}

export function timed(points: readonly SignPoint[]): { at: number; value: number | null }[] {
  return points.map((point) => ({ at: Date.parse(point.at), value: point.value }));
}

/** The thresholds of a definition that are numbers on the value's own scale, to be drawn as lines. */
export function lines(definition: { yellow?: string | undefined; orange?: string | undefined; red?: string | undefined }): { level: Level; value: number }[] {
  return (["yellow", "orange", "red"] as const).flatMap((level) =>
    /^[+-]?[\d.]+(~[+-]?[\d.]+)?$/.test(definition[level] ?? "")
      ? (definition[level] ?? "").split("~").map((value) => ({ level, value: Number(value) }))
      : [],
  );
}

export function drawn(run: readonly Place[]): string {
  return run.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}
