import { expect, it } from "vitest";
import { boxOf, cornersOf, crosses, type Corner } from "@/features/fences/rings";

const SQUARE: Corner[] = [[0, 0], [1, 0], [1, 1], [0, 1]];

it("takes the corners of a polygon or of the first part of several, each once", () => {
  expect(cornersOf({ type: "Polygon", coordinates: [[...SQUARE, [0, 0]]] })).toEqual(SQUARE);
  expect(cornersOf({ type: "MultiPolygon", coordinates: [[[...SQUARE, [0, 0]]]] })).toEqual(SQUARE);
  expect(cornersOf(null)).toEqual([]);
});

it("sees lines that cross, and none in a bent ring", () => {
  expect(crosses(SQUARE)).toBe(false);
  expect(crosses([[0, 0], [1, 1], [1, 0], [0, 1]])).toBe(true);
  expect(crosses([[0, 0], [2, 0], [2, 2], [1, 0.5], [0, 2]])).toBe(false);
  expect(crosses([[0, 0], [1, 0], [0, 1]])).toBe(false);
});

it("has a box of what there is", () => {
  expect(boxOf(SQUARE)).toEqual([0, 0, 1, 1]);
  expect(boxOf([])).toBeNull();
});
