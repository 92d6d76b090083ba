import type { Feature, FeatureCollection, Polygon, MultiPolygon } from "geojson";

export interface AreaProperties {
  id: string;
  code: string;
  name: string;
  schematic: boolean;
}

export type Area = Feature<Polygon | MultiPolygon, AreaProperties>;
export type Areas = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;
export type Point = readonly [lon: number, lat: number];

function inRing([x, y]: Point, ring: number[][]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function polygons(area: Area): number[][][][] {
  return area.geometry.type === "Polygon" ? [area.geometry.coordinates] : area.geometry.coordinates;
}

/** The area a point lies in, holes respected; only to choose what to draw, the server decides where a case belongs. */
export function areaAt(areas: Areas | undefined, point: Point): Area | undefined {
  return areas?.features.find((area) =>
    polygons(area).some(([shell = [], ...holes]) => inRing(point, shell) && !holes.some((hole) => inRing(point, hole))),
  );
}

export type Box = [west: number, south: number, east: number, north: number];

export function boxOf(areas: Areas): Box | undefined {
  const points = areas.features.flatMap((area) => polygons(area).flatMap(([shell = []]) => shell));
  if (points.length === 0) return undefined;
  return points.reduce<Box>(
    ([w, s, e, n], [x = 0, y = 0]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
