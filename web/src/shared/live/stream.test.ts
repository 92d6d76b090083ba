import { expect, it } from "vitest";
import { pause, readTold } from "@/shared/live/stream";

it("takes what is agreed on, and reads anew where it is something else", () => {
  const item = { kind: "case", type: "case.filed", at: "2026-11-16T02:00:00Z", id: "a" };
  expect(readTold(JSON.stringify({ items: [item], more: false }))).toEqual({ items: [item], more: false });
  for (const odd of ["", "[]", "{}", '{"items":[7],"more":false}']) expect(readTold(odd).more).toBe(true);
});

it("waits longer after each try, but never long", () => {
  expect([0, 1, 2, 10].map(pause)).toEqual([1_000, 2_000, 4_000, 15_000]);
});
