/** How a place was found, read from the free-form value that the server keeps with a case. */
export interface PlaceDetail {
  floor: string | null;
  method: string | null;
  confidence: number | null;
  grids: [system: string, code: string][];
  explanation: string;
}

function words(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function readPlace(detail: Record<string, unknown>): PlaceDetail {
  const grids = typeof detail.grids === "object" && detail.grids !== null ? Object.entries(detail.grids) : [];
  return {
    floor: words(detail.floor),
    method: words(detail.method),
    confidence: typeof detail.confidence === "number" ? detail.confidence : null,
    grids: grids.filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    explanation: words(detail.explanation) ?? "",
  };
}
