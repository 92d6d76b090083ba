import { useSyncExternalStore } from "react";

const STORED = "yiwang.large";
const listeners = new Set<() => void>();

function isLarge(): boolean {
  return localStorage.getItem(STORED) === "1";
}

/** Sets the type as it was chosen on this phone. */
export function startLarge(): void {
  document.documentElement.toggleAttribute("data-large", isLarge());
}

export function setLarge(large: boolean): void {
  localStorage.setItem(STORED, large ? "1" : "0");
  startLarge();
  listeners.forEach((call) => call());
}

export function useLarge(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, isLarge);
}
