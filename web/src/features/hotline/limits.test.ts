import { describe, expect, it } from "vitest";
import { needsRuling, stepsOf } from "@/features/hotline/limits";
import type { OrderRow } from "@/features/hotline/queries";

const NOW = new Date("2026-11-16T04:00:00Z");
const all = { contact: true, answer: true, give: true, rule: false };
const order = (more: Partial<OrderRow>): OrderRow =>
  ({ state: "open", case_state: "to_dispatch", contact: "waiting", answered_at: null, extended_at: null, returns: 0, return_due_at: "2026-11-17T04:00:00Z", due_at: "2026-11-20T04:00:00Z", ...more }) as OrderRow;

describe("the steps on an order", () => {
  it("are those of the procedure while it is fresh", () => {
    expect(stepsOf(order({}), all, NOW)).toEqual(["contact", "answer", "return"]);
    expect(stepsOf(order({ contact: "reached" }), { ...all, rule: true }, NOW)).toEqual(["answer", "extend", "return"]);
  });

  it("need a ruling to go back late or for the second time", () => {
    const late = order({ return_due_at: "2026-11-15T04:00:00Z" });
    expect(needsRuling(late, NOW)).toBe(true);
    expect(needsRuling(order({ returns: 1 }), NOW)).toBe(true);
    expect(stepsOf(late, all, NOW)).not.toContain("return");
    expect(stepsOf(late, { ...all, rule: true }, NOW)).toContain("return");
  });

  it("end when it was answered and its case closed, or it was returned", () => {
    expect(stepsOf(order({ state: "returned" }), all, NOW)).toEqual([]);
    expect(stepsOf(order({ contact: "reached", answered_at: "2026-11-16T03:00:00Z", case_state: "closed" }), { ...all, rule: true }, NOW)).toEqual([]);
    expect(stepsOf(order({ case_state: "to_check" }), all, NOW)).toEqual(["contact", "answer"]);
  });
});
