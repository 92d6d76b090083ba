/** What changed between two versions of a matter. */

export interface Change {
  field: string;
  before: string;
  after: string;
}

/** Not what a matter says, but which version it is. */
const OWN = new Set(["id", "version", "valid_from", "valid_to"]);

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "—";
}

export function changes(before: object, after: object): Change[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter((field) => !OWN.has(field));
  return fields.map((field) => ({ field, before: shown(old.get(field)), after: shown(now.get(field)) })).filter((change) => change.before !== change.after);
}
