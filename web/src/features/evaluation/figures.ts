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
