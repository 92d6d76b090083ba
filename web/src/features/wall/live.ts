import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { figuresQuery, hear, wallQuery } from "@/features/wall/queries";
import { screenOf } from "@/features/wall/screen";
import { KeyedSource } from "@/shared/live/keyed";
import { openStream, type Standing, type Told } from "@/shared/live/stream";

/** A burst of steps reads the wall once, then again for what came meanwhile. */
const GATHER_MS = 250;
const LAYER: Partial<Record<string, string>> = { case: "cases", alarm: "alarms", device: "devices", duty: "forces" };

/** Which parts of the wall a change concerns; null is everything. */
export function concerned(told: Told): readonly (readonly string[])[] | null {
  if (told.more) return null;
  const keys = new Map<string, readonly string[]>();
  for (const { kind, id } of told.items) {
    const layer = LAYER[kind];
    if (layer !== undefined) keys.set(layer, ["map", layer]);
    if (kind === "case") keys.set(kind, wallQuery.queryKey);
    if (kind === "case" && id !== undefined) keys.set(id, ["wall", "case", id]);
  }
  return [...keys.values()];
}

/** Keeps the wall as the city is, by the stream; says how the line stands. */
export function useWallLive(on: boolean): Standing {
  const cache = useQueryClient();
  const [standing, setStanding] = useState<Standing>("starting");
  useEffect(() => {
    if (!on) return undefined;
    let gathered: Told = { items: [], more: false };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = false;
    const flush = async (): Promise<void> => {
      const keys = concerned(gathered);
      gathered = { items: [], more: false };
      reading = true;
      // One look after another: a look that is under way is not thrown away for the next change.
      await (keys === null ? cache.invalidateQueries() : Promise.all(keys.map((queryKey) => cache.invalidateQueries({ queryKey: [...queryKey] }))));
      reading = false;
      timer = undefined;
      if (gathered.more || gathered.items.length > 0) timer = setTimeout(() => void flush(), GATHER_MS);
    };
    const close = openStream(
      {
        told: (told, id) => {
          hear(id);
          gathered = { items: [...gathered.items, ...told.items], more: gathered.more || told.more };
          if (!reading) timer ??= setTimeout(() => void flush(), GATHER_MS);
        },
        standing: (next) => {
          setStanding(next);
          if (next === "ended") void cache.invalidateQueries({ queryKey: wallQuery.queryKey });
          if (next === "live") void cache.invalidateQueries({ queryKey: figuresQuery.queryKey });
        },
      },
      (path) => {
        const key = screenOf()?.key;
        return new KeyedSource(path, key === undefined ? {} : { Authorization: `Bearer ${key}` });
      },
    );
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [cache, on]);
  return standing;
}
