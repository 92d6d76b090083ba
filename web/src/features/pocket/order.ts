import type { CaseRow } from "@/shared/api/types";
import { metres, type Spot } from "@/shared/light/geo";

export type Order = "due" | "far";

function dueOf(row: CaseRow): number {
  const due = row.state === "to_receive" ? (row.receipt_due_at ?? row.due_at) : row.due_at;
  return due === null ? Number.MAX_SAFE_INTEGER : new Date(due).getTime();
}

function farOf(row: CaseRow, here: Spot): number {
  const { lon, lat } = row.place;
  return lon === null || lat === null ? Number.MAX_SAFE_INTEGER : metres(here, { lon, lat });
}

/** Urgent ones first, then by what is due next; by distance the due time decides between two at one place. */
export function inOrder(rows: readonly CaseRow[], order: Order, here: Spot | null): CaseRow[] {
  return rows.toSorted((a, b) => {
    if (order === "far" && here !== null) return farOf(a, here) - farOf(b, here) || dueOf(a) - dueOf(b);
    return Number(b.urgent) - Number(a.urgent) || dueOf(a) - dueOf(b);
  });
}
