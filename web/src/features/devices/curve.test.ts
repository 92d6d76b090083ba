import { expect, it } from "vitest";
import { path, scaled, ticks } from "@/features/devices/curve";

it("fits readings into a box, the highest at the top", () => {
  const curve = scaled({ time: [0, 1000], mean: [1, 3], low: [0, 2], high: [2, 4] }, 0, 1000, 100, 40);
  expect(curve?.line).toEqual([[0, 30], [100, 10]]);
  expect([curve?.low, curve?.high]).toEqual([0, 4]);
  expect(path(curve?.line ?? [])).toBe("M0.0 30.0L100.0 10.0");
  expect(scaled({ time: [0], mean: [1], low: [1], high: [1] }, 0, 1, 1, 1, 9)?.high).toBe(9);
  expect(scaled({ time: [], mean: [], low: [], high: [] }, 0, 1, 1, 1)).toBeNull();
});

it("marks round values, and one where all are the same", () => {
  expect(ticks(0, 10)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(ticks(3, 3)).toEqual([3]);
});
