/** Which permission opens which page; any one of them does. */
const NEEDS = {
  "/": ["cases.claim"],
  "/cases": ["cases.read"],
  "/devices": ["devices.read"],
  "/alarms": ["alarms.read"],
  "/silences": ["alarms.read"],
  "/rules": ["alarms.manage"],
  "/matters": ["matters.read"],
  "/organisations": ["people.read"],
  "/intake": ["events.triage", "channels.manage", "hotline.import"],
  "/command": ["rosters.read", "duty.attend", "duty.log", "attendance.read", "orders.read", "warnings.read"],
  "/signs": ["signs.read"],
  "/checkup": ["signs.read"],
  "/evaluation": ["evaluation.read"],
  "/personal": ["exports.ask", "exports.approve", "persons.erase", "personal.search"],
  "/audit": ["audit.read", "calls.read"],
  "/accounts": ["accounts.manage", "grants.manage"],
  "/keys": ["keys.manage"],
  "/map": ["cases.read", "devices.read", "attendance.read"],
  "/screens": ["screens.manage"],
  "/identity": ["identity.manage"],
  "/scenarios": ["scenarios.manage"],
  "/federation": ["federation.manage"],
  "/proposals": ["proposals.settle"],
  "/settings": ["platform.settings", "matters.read"],
} as const;

export type Place = keyof typeof NEEDS;

export function mayOpen(place: Place, permissions: readonly string[]): boolean {
  return NEEDS[place].some((permission) => permissions.includes(permission));
}

/** The page an account starts from: the first it may open; undefined when there is none. */
export function homeOf(permissions: readonly string[]): Place | undefined {
  return (["/", "/cases", "/evaluation", "/accounts", "/audit", "/intake", "/command"] as const).find((place) => mayOpen(place, permissions));
}
