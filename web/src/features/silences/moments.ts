import { exact } from "@/shared/time/format";

/** A moment as a field of a form has it (2026-11-22T09:05, in the platform's zone), and back. */
export function field(iso: string): string {
  return exact(iso).slice(0, 16).replace(" ", "T");
}

export function moment(typed: string): string {
  return new Date(`${typed}:00+08:00`).toISOString();
}

/** So many hours from a moment on, as a field has it. */
export function hoursOn(from: Date, hours: number): string {
  return field(new Date(from.getTime() + hours * 3_600_000).toISOString());
}

/** Whether somebody typed a moment. */
export function typed(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
