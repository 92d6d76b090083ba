/** A figure on a small screen: "—" where nothing could be divided. */
export function shownFigure(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return "—";
  if (unit === "%") return `${(Math.round(value * 10) / 10).toFixed(1)}%`;
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
