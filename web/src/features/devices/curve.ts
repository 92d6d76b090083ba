/** Readings as places on paper. */

export type Place = readonly [x: number, y: number];

export interface Columns {
  time: readonly number[];
  mean: readonly number[];
  low: readonly number[];
  high: readonly number[];
}

export interface Curve {
  line: Place[];
  /** The way along the highest and back along the lowest. */
  band: Place[];
  low: number;
  high: number;
}

/** Milliseconds, whether the server counted in them or in microseconds. */
function ms(time: number): number {
  return time > 1e14 ? time / 1000 : time;
}

/** Fits readings, and a level to be seen with them, into a box; null when there are none. */
export function scaled({ time, mean, low, high }: Columns, since: number, until: number, wide: number, tall: number, level?: number): Curve | null {
  if (time.length === 0) return null;
  const shown = level === undefined ? [] : [level];
  const bottom = Math.min(...low, ...shown);
  const top = Math.max(...high, ...shown);
  const x = (at: number): number => ((ms(at) - since) / (until - since || 1)) * wide;
  const y = (value: number): number => tall - ((value - bottom) / (top - bottom || 1)) * tall;
  const along = (values: readonly number[]): Place[] => values.map((value, index) => [x(time[index] ?? 0), y(value)]);
  return { line: along(mean), band: [...along(high), ...along(low).toReversed()], low: bottom, high: top };
}

export function path(places: readonly Place[]): string {
  return places.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}

/** Round values between two ends, four or so. */
export function ticks(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 5, 10].map((times) => times * rough).find((size) => span / size <= 5) ?? rough;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}
