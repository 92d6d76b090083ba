import { expect, it } from "vitest";
import { homeOf, mayOpen } from "@/shells/desk/home";

it("starts everybody where they may be", () => {
  expect(homeOf(["cases.claim", "cases.read"])).toBe("/");
  expect(homeOf(["cases.read", "evaluation.read"])).toBe("/cases");
  expect(homeOf(["grants.manage"])).toBe("/accounts");
  expect(homeOf(["audit.read"])).toBe("/audit");
  expect(homeOf(["notices.read"])).toBeUndefined();
  expect(mayOpen("/cases", ["accounts.manage"])).toBe(false);
});
