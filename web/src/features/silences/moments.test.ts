import { expect, it } from "vitest";
import { field, hoursOn, moment, typed } from "@/features/silences/moments";

it("shows a moment in the platform's zone and reads it back as it was", () => {
  expect(field("2026-11-21T17:05:00Z")).toBe("2026-11-22T01:05");
  expect(moment("2026-11-22T01:05")).toBe("2026-11-21T17:05:00.000Z");
  expect(moment(field("2026-12-31T16:00:00Z"))).toBe("2026-12-31T16:00:00.000Z");
});

it("goes on by hours over midnight", () => {
  expect(hoursOn(new Date("2026-11-21T14:30:00Z"), 4)).toBe("2026-11-22T02:30");
});

it("knows an empty field", () => {
  expect([typed(undefined), typed(""), typed("2026-11-22T01:05")]).toEqual([false, false, true]);
});
