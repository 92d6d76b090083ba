import { describe, expect, it } from "vitest";
import { differs, weeksOf } from "@/features/settings/month";
import type { Day } from "@/features/settings/queries";

const day = (date: string, working: boolean): Day => ({ date, working, name: "", made_up: false, provisional: false, hours: null });
const november = Array.from({ length: 30 }, (_, index) => day(`2026-11-${String(index + 1).padStart(2, "0")}`, true));

describe("a month of the calendar", () => {
  it("begins on a Monday and has whole weeks", () => {
    const weeks = weeksOf([day("2026-10-31", false), ...november], 11);
    expect(weeks).toHaveLength(6); // 2026-11-01 is a Sunday
    expect(weeks[0]?.slice(0, 6)).toEqual([null, null, null, null, null, null]);
    expect(weeks[0]?.[6]?.date).toBe("2026-11-01");
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeksOf(november, 12)).toEqual([]);
  });

  it("marks what is not as its weekday would be", () => {
    expect(differs(day("2026-11-16", true))).toBeNull();
    expect(differs(day("2026-11-16", false))).toBe("off");
    expect(differs(day("2026-11-15", true))).toBe("worked");
    expect(differs(day("2026-11-15", false))).toBeNull();
  });
});
