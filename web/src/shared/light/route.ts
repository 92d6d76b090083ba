import { useSyncExternalStore } from "react";

const MOVED = "yiwang.moved";

/** Goes to another page of this shell without loading it anew. */
export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  dispatchEvent(new Event(MOVED));
  scrollTo(0, 0);
}

function subscribe(listener: () => void): () => void {
  addEventListener(MOVED, listener);
  addEventListener("popstate", listener);
  return () => {
    removeEventListener(MOVED, listener);
    removeEventListener("popstate", listener);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** The parts of a path after a prefix; null when the path lies elsewhere. */
export function below(path: string, prefix: string): string[] | null {
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return null;
  return path
    .slice(prefix.length)
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
}
