import { useSyncExternalStore } from "react";

/** Below this many pixels the desk shows cards and stacks its columns. */
const query = window.matchMedia("(min-width: 900px)");

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
