import { expect, it } from "vitest";
import { everyDay, precisionOf } from "@/features/rules/trial";

it("shows the days without an alarm too", () => {
  const days = everyDay([{ day: "2026-11-02", raised: 3 }], "2026-11-01T08:00:00Z", "2026-11-03T01:00:00Z");
  expect(days.map((one) => [one.day, one.raised])).toEqual([["2026-11-01", 0], ["2026-11-02", 3], ["2026-11-03", 0]]);
  expect(everyDay([], "2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z", 10)).toHaveLength(10);
});

it("counts how many of those that would be raised are true", () => {
  const one = { rule: "r", condition: "c", lost_true: 1, removed_false: 9 };
  expect(precisionOf([{ ...one, kept_true: 3, kept_false: 1 }])).toBe(0.75);
  expect(precisionOf([{ ...one, kept_true: 0, kept_false: 0 }])).toBeNull();
});
