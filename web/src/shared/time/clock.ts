import { useSyncExternalStore } from "react";

const STEP_MS = 15_000;
const listeners = new Set<() => void>();
let current = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    current = new Date();
    timer = setInterval(() => {
      current = new Date();
      listeners.forEach((call) => call());
    }, STEP_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The present moment, moved on every 15 s by one timer for the whole page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => current);
}
