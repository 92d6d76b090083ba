import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "@/features/access/session";
import { listen } from "@/shared/live/shared";
import type { Standing, Told } from "@/shared/live/stream";

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
/** Changes are gathered for a moment: a burst of steps reads each list once. */
const GATHER_MS = 250;

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

function readAnew(cache: QueryClient, gathered: Told): void {
  const keys = touched(gathered);
  if (keys === null) void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "setup" });
  else for (const queryKey of keys) void cache.invalidateQueries({ queryKey: [...queryKey] });
}

/** Keeps every list of the desk as it is on the server; says how the line stands. */
export function useLive(): Standing {
  const cache = useQueryClient();
  const [standing, setStanding] = useState<Standing>("starting");
  useEffect(() => {
    let gathered: Told = { items: [], more: false };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = (): void => {
      timer = undefined;
      const told = gathered;
      gathered = { items: [], more: false };
      readAnew(cache, told);
    };
    const stop = listen({
      told: (told) => {
        gathered = { items: [...gathered.items, ...told.items], more: gathered.more || told.more };
        timer ??= setTimeout(flush, GATHER_MS);
      },
      standing: (next) => {
        setStanding(next);
        if (next === "ended") void cache.invalidateQueries({ queryKey: sessionQuery.queryKey });
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache]);
  return standing;
}
