/** The units an account sent cases to last, newest first; kept on this machine. */
const MOST = 5;

export interface Used {
  id: string;
  name: string;
}

const place = (account: string): string => `yiwang.units.${account}`;

function isUsed(value: unknown): value is Used {
  return typeof value === "object" && value !== null && "id" in value && "name" in value && typeof value.id === "string" && typeof value.name === "string";
}

export function lastUnits(account: string): Used[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(account)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isUsed).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a unit first. */
export function withUsed(kept: readonly Used[], used: Used): Used[] {
  return [used, ...kept.filter((unit) => unit.id !== used.id)].slice(0, MOST);
}

export function noteUnit(account: string, used: Used): void {
  localStorage.setItem(place(account), JSON.stringify(withUsed(lastUnits(account), used)));
}
