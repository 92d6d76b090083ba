import { expect, it } from "vitest";
import { columns, full, taken, type Patrol } from "@/features/pocket/walk";

const start: Patrol = { shift: "a", since: 0, until: 3_600_000, walked: 0, points: [], last: null };
const at = (seconds: number, lon: number) => ({ at: seconds * 1000, lon, lat: 31.24 });

it("keeps what is new, sharp and possible, and counts the metres", () => {
  let patrol = taken(start, at(1, 121.4), 10);
  patrol = taken(patrol, at(2, 121.4001), 10); // too soon
  patrol = taken(patrol, at(12, 121.4002), 200); // blurred
  patrol = taken(patrol, at(12, 121.5), 10); // nobody is so fast
  patrol = taken(patrol, at(13, 121.40001), 10); // stands still
  patrol = taken(patrol, at(21, 121.4002), 10);
  expect(patrol.points.map((point) => point.at)).toEqual([1000, 21_000]);
  expect(Math.round(patrol.walked)).toBe(19);
});

it("takes nothing from before it began or after the shift", () => {
  expect(taken({ ...start, since: 5000 }, at(1, 121.4), 10).points).toEqual([]);
  expect(taken(start, at(3600, 121.4), 10).points).toEqual([]);
});

it("is sent in stretches, as columns", () => {
  let patrol = start;
  for (let step = 0; step < 13; step += 1) {
    expect(full(patrol)).toBe(false);
    patrol = taken(patrol, at(step * 10, 121.4 + step * 0.0002), 10);
  }
  expect(full(patrol)).toBe(true);
  expect(columns(patrol.points.slice(0, 1))).toEqual({ at: ["1970-01-01T00:00:00.000Z"], lon: [121.4], lat: [31.24] });
});
