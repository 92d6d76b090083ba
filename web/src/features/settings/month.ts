import type { Day } from "@/features/settings/queries";

/** The days of a month in weeks from Monday; null where another month's days would stand. */
export function weeksOf(days: readonly Day[], month: number): (Day | null)[][] {
  const own = days.filter((day) => Number(day.date.slice(5, 7)) === month);
  const first = own[0];
  if (first === undefined) return [];
  const lead = (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (Day | null)[] = [...Array.from({ length: lead }, () => null), ...own];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** How a day differs from what its weekday would be: worked in exchange, off for a holiday, or not at all. */
export function differs(day: Day): "worked" | "off" | null {
  const weekend = [0, 6].includes(new Date(`${day.date}T00:00:00Z`).getUTCDay());
  if (weekend === !day.working) return null;
  return day.working ? "worked" : "off";
}
