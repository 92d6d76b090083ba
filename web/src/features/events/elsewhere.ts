/** Who answers where an event lies, when that is known not to be us; and why. */
export function elsewhere(place: Record<string, unknown>): { door: string; why: string } | null {
  const { next_door: door, explanation: why } = place;
  return typeof door === "string" && door !== "" ? { door, why: typeof why === "string" ? why : "" } : null;
}
