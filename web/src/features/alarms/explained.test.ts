import { expect, it } from "vitest";
import { boundOf } from "@/features/alarms/explained";

it("draws the bound of a level, and of nothing else", () => {
  expect(boundOf({ kind: "above", bound: 25 })).toBe(25);
  expect(boundOf({ condition: { kind: "below", bound: 3 } })).toBe(3);
  expect(boundOf({ kind: "rise", bound: 3 })).toBeUndefined();
  expect(boundOf({ imported: true })).toBeUndefined();
});
