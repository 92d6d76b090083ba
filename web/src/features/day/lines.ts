import { placeWords } from "@/features/cases/list/pieces";
import type { components } from "@/shared/api/schema";
import type { CaseRow } from "@/shared/api/types";

type EventRow = components["schemas"]["EventOut"];

/** One line of the queue: a case, or an event that waits for a judgement. */
export interface Line {
  id: string;
  kind: "case" | "event";
  number: string;
  title: string;
  place: string;
  state: string;
  urgent: boolean;
  overdue: boolean;
  at: string;
  due: string | null;
  point: readonly [lon: number, lat: number] | null;
  row: CaseRow | null;
}

function pointOf(lon: number | null, lat: number | null): Line["point"] {
  return lon === null || lat === null ? null : [lon, lat];
}

export function caseLine(row: CaseRow): Line {
  const { id, number, title, state, urgent, overdue } = row;
  return { id, kind: "case", number, title, place: placeWords(row), state, urgent, overdue, at: row.opened_at, due: row.due_at, point: pointOf(row.place.lon, row.place.lat), row };
}

export function eventLine(event: EventRow): Line {
  const { id, number, title, state, urgent } = event;
  const words = event.place.text;
  // What a device found often has its address in the words only.
  const place = typeof words === "string" && words !== "" ? words : event.text;
  return { id, kind: "event", number, title, place, state, urgent, overdue: false, at: event.reported_at, due: null, point: pointOf(event.lon, event.lat), row: null };
}
