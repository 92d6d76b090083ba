import type { Hit } from "@/features/search/queries";

export interface Piece {
  text: string;
  marked: boolean;
}

/** Cuts a text at its marks, which are [start, end) in characters, not in units of UTF-16. */
export function pieces(text: string, marks: readonly (readonly unknown[])[] | undefined): Piece[] {
  const signs = Array.from(text);
  const cut: Piece[] = [];
  let from = 0;
  for (const [start, end] of marks ?? []) {
    if (typeof start !== "number" || typeof end !== "number" || start < from || end > signs.length) continue;
    cut.push({ text: signs.slice(from, start).join(""), marked: false }, { text: signs.slice(start, end).join(""), marked: true });
    from = end;
  }
  cut.push({ text: signs.slice(from).join(""), marked: false });
  return cut.filter((piece) => piece.text !== "");
}

/** Where a hit leads on this desk; a place leads to the cases there. */
export function target(hit: Hit): string {
  if (!hit.link.startsWith("/map?")) return hit.link;
  return hit.kind === "jurisdiction" ? `/cases?jurisdiction=${hit.id}` : `/cases?q=${encodeURIComponent(hit.title)}`;
}
