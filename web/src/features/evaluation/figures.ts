export const GROUPS = ["jurisdiction", "unit", "matter"] as const;
export type Group = (typeof GROUPS)[number];

/** A figure in words: "—" where nothing could be divided, so that 0 and unknown never look alike. */
export function figure(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return "—";
  if (unit === "%" || unit === "percent") return `${(Math.round(value * 100) / 100).toFixed(2)}%`;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** The address of the page. */
export interface EvaluationSearch {
  group?: Group;
  from?: string;
  to?: string;
}

export interface Period {
  from: string;
  to: string;
}

/** The last `days` civil days in Shanghai, today included, as ISO dates. */
export function lastDays(days: number, today: string): Period {
  const end = new Date(`${today}T00:00:00Z`);
  const start = new Date(end.getTime() - (days - 1) * 86_400_000);
  return { from: start.toISOString().slice(0, 10), to: today };
}

export interface Order {
  code: string;
  down: boolean;
}

/** Pressing a column: best first, then worst first, then as it came. */
export function turned(order: Order | null, code: string): Order | null {
  if (order?.code !== code) return { code, down: true };
  return order.down ? { code, down: false } : null;
}

interface Valued {
  values: Record<string, number | null | undefined>;
}

/** Rows by one figure; those without it stand last in either direction. */
export function sorted<T extends Valued>(rows: readonly T[], order: Order | null): T[] {
  if (order === null) return [...rows];
  const known = (row: T): number | null => row.values[order.code] ?? null;
  return rows.toSorted((a, b) => {
    const [x, y] = [known(a), known(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return order.down ? y - x : x - y;
  });
}
