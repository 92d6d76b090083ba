/** Times come as ISO-8601 in UTC and are always shown in the platform's zone, wherever the browser is. */
export const ZONE = "Asia/Shanghai";

type Parts = Record<"year" | "month" | "day" | "hour" | "minute" | "second", string>;

const SPLITTER = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function parts(at: Date): Parts {
  const found: Parts = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
  for (const part of SPLITTER.formatToParts(at)) {
    if (part.type in found) found[part.type as keyof Parts] = part.value;
  }
  return found;
}

/** 2026-11-16 in the platform's zone. */
export function day(iso: string): string {
  const p = parts(new Date(iso));
  return `${p.year}-${p.month}-${p.day}`;
}

/** 2026-11-16 09:05:30, for places where the exact moment matters. */
export function exact(iso: string): string {
  const p = parts(new Date(iso));
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
}

/** Short for lists: 09:05 today, 11-16 09:05 this year, 2025-11-16 09:05 otherwise. */
export function short(iso: string, now: Date): string {
  const p = parts(new Date(iso));
  const today = parts(now);
  const clock = `${p.hour}:${p.minute}`;
  if (p.year !== today.year) return `${p.year}-${p.month}-${p.day} ${clock}`;
  if (p.month === today.month && p.day === today.day) return clock;
  return `${p.month}-${p.day} ${clock}`;
}

/** Start of a civil day in Shanghai as a UTC moment; China keeps no summer time since 1991. */
export function dayStart(date: string): string {
  return new Date(`${date}T00:00:00+08:00`).toISOString();
}

/** First moment after a civil day, so that a range of days includes its last one. */
export function dayEnd(date: string): string {
  return new Date(new Date(`${date}T00:00:00+08:00`).getTime() + 86_400_000).toISOString();
}

export type Urgency = "calm" | "soon" | "over";

export interface Remaining {
  minutes: number;
  urgency: Urgency;
}

/** Minutes to a due moment (negative when past); `soon` inside the last quarter hour or tenth of the span. */
export function remaining(due: string, now: Date, start: string | null = null): Remaining {
  const left = new Date(due).getTime() - now.getTime();
  const span = start === null ? 0 : new Date(due).getTime() - new Date(start).getTime();
  const warning = Math.max(15 * 60_000, Math.min(span / 5, 4 * 3_600_000));
  const minutes = left < 0 ? -Math.ceil(-left / 60_000) : Math.floor(left / 60_000);
  return { minutes, urgency: left < 0 ? "over" : left <= warning ? "soon" : "calm" };
}

export type Language = "zh" | "en";

const UNITS = { zh: ["天", "小时", "分"], en: ["d", "h", "min"] } as const;

/** A length of time in at most two units: 3天4小时, 2小时5分, 12分. */
export function span(minutes: number, language: Language): string {
  const whole = Math.abs(Math.trunc(minutes));
  const sizes = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  const first = sizes.findIndex((size) => size > 0);
  const from = first === -1 ? 2 : first;
  const gap = language === "en" ? " " : "";
  return sizes
    .slice(from, from + 2)
    .map((size, index) => (size === 0 && index > 0 ? "" : `${size}${gap}${UNITS[language][from + index] ?? ""}`))
    .filter((piece) => piece !== "")
    .join(gap);
}
