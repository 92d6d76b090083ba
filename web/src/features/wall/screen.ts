import type { Middleware } from "openapi-fetch";
import type { components } from "@/shared/api/schema";

/** A display that was opened by its code: what the server told it, this once. */
export type Screen = components["schemas"]["OpenedOut"];

const STORED = "yiwang.screen";

function isScreen(value: unknown): value is Screen {
  return typeof value === "object" && value !== null && "key" in value && typeof value.key === "string" && "name" in value && typeof value.name === "string";
}

export function readScreen(stored: string | null): Screen | null {
  try {
    const found: unknown = JSON.parse(stored ?? "null");
    return isScreen(found) ? found : null;
  } catch {
    return null;
  }
}

export function screenOf(): Screen | null {
  return readScreen(localStorage.getItem(STORED));
}

export function forgetScreen(): void {
  localStorage.removeItem(STORED);
}

/** A display goes on as itself, whoever may be signed in in the same browser. */
export const asScreen: Middleware = {
  onRequest({ request }) {
    const key = screenOf()?.key;
    if (key !== undefined) request.headers.set("Authorization", `Bearer ${key}`);
    return request;
  },
};

export function keepScreen(screen: Screen): void {
  localStorage.setItem(STORED, JSON.stringify(screen));
}
