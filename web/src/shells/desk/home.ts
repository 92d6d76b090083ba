/** Which permission opens which page; any one of them does. */
const NEEDS = {
  "/cases": ["cases.read"],
  "/evaluation": ["evaluation.read"],
  "/accounts": ["accounts.manage", "grants.manage"],
  "/keys": ["keys.manage"],
  "/identity": ["identity.manage"],
} as const;

export type Place = keyof typeof NEEDS;

export function mayOpen(place: Place, permissions: readonly string[]): boolean {
  return NEEDS[place].some((permission) => permissions.includes(permission));
}

/** The page an account starts from: the first it may open; undefined when there is none. */
export function homeOf(permissions: readonly string[]): Place | undefined {
  return (["/cases", "/evaluation", "/accounts"] as const).find((place) => mayOpen(place, permissions));
}
