import { describe, expect, it } from "vitest";
import { figure, lastDays, sorted, turned } from "@/features/evaluation/figures";

describe("figures", () => {
  it("never shows an unknown as a zero", () => {
    expect(figure(null, "%")).toBe("—");
    expect(figure(undefined, "件")).toBe("—");
    expect(figure(0, "%")).toBe("0.00%");
  });

  it("shows rates with two places and counts whole", () => {
    expect(figure(93.724279, "%")).toBe("93.72%");
    expect(figure(911, "件")).toBe("911");
    expect(figure(4.256, "小时")).toBe("4.26");
  });

  it("counts days back with today included", () => {
    expect(lastDays(7, "2026-03-02")).toEqual({ from: "2026-02-24", to: "2026-03-02" });
  });
});

describe("order of the rows", () => {
  const rows = [{ values: { rate: 80 } }, { values: { rate: null } }, { values: { rate: 95 } }];

  it("keeps those without a figure last in both directions", () => {
    expect(sorted(rows, { code: "rate", down: true }).map((row) => row.values.rate)).toEqual([95, 80, null]);
    expect(sorted(rows, { code: "rate", down: false }).map((row) => row.values.rate)).toEqual([80, 95, null]);
    expect(sorted(rows, null)).toEqual(rows);
  });

  it("turns best first, worst first, as it came", () => {
    const first = turned(null, "rate");
    expect(first).toEqual({ code: "rate", down: true });
    expect(turned(first, "rate")).toEqual({ code: "rate", down: false });
    expect(turned({ code: "rate", down: false }, "rate")).toBeNull();
  });
});
