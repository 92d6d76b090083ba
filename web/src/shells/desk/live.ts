import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "@/features/access/session";
import { listen } from "@/shared/live/shared";
import type { Standing, Told } from "@/shared/live/stream";
import { touched } from "@/shells/desk/touched";

/** Changes are gathered for a moment: a burst of steps reads each list once. */
const GATHER_MS = 250;

function readAnew(cache: QueryClient, gathered: Told): void {
  const keys = touched(gathered);
  if (keys === null) void cache.invalidateQueries({ predicate: ({ queryKey }) => !["session", "setup", "again"].includes(String(queryKey[0])) });
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
