import { describe, expect, it } from "vitest";
import { readEvaluation, readReturn } from "@/shells/desk/searches";

describe("addresses of the desk", () => {
  it("never leads to another host after signing in", () => {
    expect(readReturn({ to: "/cases?tab=overdue" })).toEqual({ to: "/cases?tab=overdue" });
    for (const bad of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", 7]) {
      expect(readReturn({ to: bad })).toEqual({});
    }
  });

  it("reads a period and a group, and drops the rest", () => {
    expect(readEvaluation({ group: "unit", from: "2026-11-01", to: "later" })).toEqual({ group: "unit", from: "2026-11-01" });
    expect(readEvaluation({ group: "planet" })).toEqual({});
  });
});
