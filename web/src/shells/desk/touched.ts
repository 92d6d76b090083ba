import type { Told } from "@/shared/live/stream";

/** Which lists and objects a change concerns. */
const KEYS: Partial<Record<string, readonly string[]>> = {
  case: ["cases", "day"],
  event: ["events", "day"],
  hotline: ["intake"],
  alarm: ["alarms", "devices"],
  device: ["devices"],
  duty: ["command"],
  handover: ["command"],
  log: ["command"],
  order: ["command", "day"],
  shift: ["command"],
  warning: ["command"],
};
/** The keys of what is to be read anew after these changes; null is everything. */
export function touched(told: Told): readonly (readonly string[])[] | null {
  if (told.more) return null;
  const keys = new Map<string, readonly string[]>();
  for (const { kind, id } of told.items) {
    for (const name of KEYS[kind] ?? []) keys.set(name, [name]);
    if (id !== undefined && (kind === "case" || kind === "event")) keys.set(`${kind}/${id}`, [kind === "case" ? "case" : "events", id]);
    keys.set("notices", ["notices"]);
  }
  return [...keys.values()];
}
