import { describe, expect, it } from "vitest";
import { areaAt, boxOf, type Area, type Areas } from "@/features/map/geometry";

function square(id: string, x: number, y: number, size: number, hole = 0): Area {
  const ring = (inset: number): number[][] => {
    const [a, b, c, d] = [x + inset, y + inset, x + size - inset, y + size - inset];
    return [[a, b], [c, b], [c, d], [a, d], [a, b]];
  };
  const coordinates = hole > 0 ? [ring(0), ring(hole)] : [ring(0)];
  return { type: "Feature", geometry: { type: "Polygon", coordinates }, properties: { id, code: id, name: id, schematic: true } };
}

const areas: Areas = { type: "FeatureCollection", features: [square("ring", 0, 0, 4, 1), square("east", 4, 0, 4)] };

describe("areas on the map", () => {
  it("finds the area of a point and respects holes", () => {
    expect(areaAt(areas, [0.5, 0.5])?.properties.id).toBe("ring");
    expect(areaAt(areas, [2, 2])).toBeUndefined();
    expect(areaAt(areas, [5, 1])?.properties.id).toBe("east");
    expect(areaAt(undefined, [5, 1])).toBeUndefined();
  });

  it("boxes them", () => {
    expect(boxOf(areas)).toEqual([0, 0, 8, 4]);
    expect(boxOf({ type: "FeatureCollection", features: [] })).toBeUndefined();
  });
});
