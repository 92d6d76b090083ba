import { describe, expect, it } from "vitest";
import { cleared, narrowed, narrowing, readSearch, toQuery } from "@/features/cases/filters";

describe("the address of the case list", () => {
  it("drops what it does not understand", () => {
    expect(readSearch({ tab: "nonsense", sort: "x", from: "yesterday", urgent: "maybe", after: [3], q: "  " })).toEqual({});
  });

  it("keeps what it understands, a number typed as the last six digits too", () => {
    expect(readSearch({ tab: "overdue", q: 123, urgent: true, from: "2026-11-01", after: ["a"] })).toEqual({
      tab: "overdue",
      q: "123",
      urgent: true,
      from: "2026-11-01",
      after: ["a"],
    });
  });

  it("starts at the first page when a filter changes, and keeps tab and order when cleared", () => {
    const search = readSearch({ tab: "handling", sort: "due_at", q: "井盖", after: ["a", "b"] });
    expect(narrowed(search, { unit: "u" })).toEqual({ tab: "handling", sort: "due_at", q: "井盖", unit: "u" });
    expect(cleared(search)).toEqual({ tab: "handling", sort: "due_at" });
  });

  it("counts a range of dates as one filter", () => {
    expect(narrowing(readSearch({ tab: "all", from: "2026-11-01", to: "2026-11-02", q: "x" }))).toBe(2);
  });

  it("asks for whole days in Shanghai", () => {
    const query = toQuery({ from: "2026-11-16", to: "2026-11-16" });
    expect([query.opened_from, query.opened_to]).toEqual(["2026-11-15T16:00:00.000Z", "2026-11-16T16:00:00.000Z"]);
  });
});
