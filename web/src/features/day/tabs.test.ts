import { expect, it } from "vitest";
import { beside, firstTab, readDay } from "@/features/day/tabs";

it("reads the address of the day and drops what it does not understand", () => {
  expect(readDay({ tab: "overdue", open: "x" })).toEqual({ tab: "overdue" });
  expect(readDay({ tab: "nonsense", open: "01a1e215-2900-7523-b62c-74a6d6a69484" })).toEqual({ open: "01a1e215-2900-7523-b62c-74a6d6a69484" });
});

it("goes round the tabs, and begins where something waits", () => {
  expect([beside("expedited", 1), beside("to_confirm", -1)]).toEqual(["to_confirm", "expedited"]);
  expect([firstTab(undefined), firstTab({ triage: 0, to_close: 2, overdue: 9 })]).toEqual(["to_dispatch", "to_close"]);
});
