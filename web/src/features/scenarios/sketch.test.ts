import { describe, expect, it } from "vitest";
import { fitted, shapesOf } from "@/features/scenarios/sketch";

const point = (lon: number, lat: number, title = "x") => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { title },
});

describe("a layer's sketch", () => {
  it("reads points, lines and rings with their labels", () => {
    const ring = { type: "Feature", id: "r", geometry: { type: "Polygon", coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } };
    const shapes = shapesOf({ features: [point(121.4, 31.2, "垃圾"), ring, null] }, "title");
    expect(shapes.map((shape) => [shape.label, shape.lines[0]?.length, shape.closed])).toEqual([
      ["垃圾", 1, false],
      ["", 4, true],
    ]);
  });

  it("keeps everything inside the box, north up", () => {
    const shapes = shapesOf({ features: [point(121.3, 31.1), point(121.5, 31.3)] }, "title");
    const place = fitted(shapes, 400, 300);
    const [low, high] = [place([121.3, 31.1]), place([121.5, 31.3])];
    expect(low[0]).toBeLessThan(high[0]);
    expect(low[1]).toBeGreaterThan(high[1]);
    for (const [x, y] of [low, high]) {
      expect(x).toBeGreaterThanOrEqual(24);
      expect(x).toBeLessThanOrEqual(376);
      expect(y).toBeGreaterThanOrEqual(23.9);
      expect(y).toBeLessThanOrEqual(276.1);
    }
  });

  it("puts a single place into the middle", () => {
    expect(fitted(shapesOf({ features: [point(121.4, 31.2)] }, "title"), 400, 300)([121.4, 31.2])).toEqual([200, 150]);
  });
});
