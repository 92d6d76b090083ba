import { expect, it } from "vitest";
import { touched } from "@/shells/desk/touched";

const at = "2026-11-16T02:00:00Z";

it("reads anew what a change concerns, once", () => {
  const told = { items: [{ kind: "case", type: "case.filed", at, id: "a" }, { kind: "case", type: "case.closed", at, id: "a" }, { kind: "order", type: "order.given", at }], more: false };
  expect(touched(told)).toEqual([["cases"], ["day"], ["case", "a"], ["notices"], ["command"]]);
});

it("reads everything anew where too much happened", () => {
  expect(touched({ items: [], more: true })).toBeNull();
});
