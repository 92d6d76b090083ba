import { expect, it } from "vitest";
import { readPlace } from "@/features/cases/one/place";

it("reads what is there of a place and nothing else", () => {
  const read = readPlace({ method: "point", confidence: 0.9, grids: { basic: "310107005001003", odd: 7 }, floor: "", explanation: "点在面内" });
  expect(read).toEqual({ method: "point", confidence: 0.9, floor: null, grids: [["basic", "310107005001003"]], explanation: "点在面内" });
  expect(readPlace({})).toEqual({ method: null, confidence: null, floor: null, grids: [], explanation: "" });
});
