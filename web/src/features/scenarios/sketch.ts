/** GeoJSON put into a box of the page: longitude to the right, latitude up, one scale for both. */

export type Position = readonly [number, number];
export interface Shape {
  id: string;
  label: string;
  /** A point has one position, a line or ring several. */
  lines: Position[][];
  closed: boolean;
}
interface Geometry {
  type: string;
  coordinates: unknown;
}
interface Feature {
  id?: unknown;
  geometry: Geometry;
  properties?: Record<string, unknown>;
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number";
}

/** The lines of a geometry, however deep they lie. */
function linesOf(coordinates: unknown): Position[][] {
  if (isPosition(coordinates)) return [[coordinates]];
  if (!Array.isArray(coordinates)) return [];
  if (coordinates.length > 0 && coordinates.every(isPosition)) return [coordinates];
  return coordinates.flatMap(linesOf);
}

function isFeature(value: unknown): value is Feature {
  return typeof value === "object" && value !== null && "geometry" in value && typeof value.geometry === "object" && value.geometry !== null;
}

export function shapesOf(data: Record<string, unknown>, label: string): Shape[] {
  const features = Array.isArray(data["features"]) ? data["features"].filter(isFeature) : [];
  return features.map(({ id, geometry, properties }, index) => {
    const name = properties?.[label];
    return {
      id: typeof id === "string" ? id : String(index),
      label: typeof name === "string" ? name : "",
      lines: linesOf(geometry.coordinates),
      closed: geometry.type.endsWith("Polygon"),
    };
  });
}

/** Returns how a position is drawn in a box of this size in pixels; a single place stands in the middle. */
export function fitted(shapes: Shape[], width: number, height: number, margin = 24): (position: Position) => Position {
  const all = shapes.flatMap((shape) => shape.lines.flat());
  if (all.length === 0) return () => [width / 2, height / 2];
  const lons = all.map(([lon]) => lon);
  const lats = all.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max((east - west) * squeeze, 1e-9);
  const high = Math.max(north - south, 1e-9);
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high);
  const still = wide <= 1e-9 && high <= 1e-9;
  return ([lon, lat]) =>
    still
      ? [width / 2, height / 2]
      : [width / 2 + (lon - (west + east) / 2) * squeeze * scale, height / 2 - (lat - (south + north) / 2) * scale];
}
