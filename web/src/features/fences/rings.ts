/** Corners of fences: what GeoJSON has of them, and whether their lines cross. */

export type Corner = readonly [lon: number, lat: number];

/** The corners of an outline's first shell, without the first one again at its end. */
export function cornersOf(outline: unknown): Corner[] {
  const { type, coordinates } = (outline ?? {}) as { type?: string; coordinates?: unknown };
  const shell = type === "Polygon" ? (coordinates as Corner[][])[0] : type === "MultiPolygon" ? (coordinates as Corner[][][])[0]?.[0] : undefined;
  return shell?.slice(0, -1) ?? [];
}

function side([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

/** Whether any two lines of the ring that share no corner cross. */
export function crosses(ring: readonly Corner[]): boolean {
  const lines = ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner] as const);
  return lines.some(([a, b], i) =>
    lines.some(([c, d], j) => {
      const apart = Math.abs(i - j);
      if (j <= i || apart === 1 || apart === ring.length - 1) return false;
      return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
    }),
  );
}

/** West, south, east, north of corners; null of none. */
export function boxOf(corners: readonly Corner[]): [number, number, number, number] | null {
  if (corners.length === 0) return null;
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
