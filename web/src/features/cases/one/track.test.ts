import { describe, expect, it } from "vitest";
import { track } from "@/features/cases/one/track";

describe("the way of a case", () => {
  it("leaves confirming out where the matter does not ask for it", () => {
    expect(track("to_dispatch", ["dispatch"]).map((stop) => `${stop.station}:${stop.passage}`)).toEqual([
      "file:passed",
      "dispatch:here",
      "receive:ahead",
      "handle:ahead",
      "check:ahead",
      "close:ahead",
    ]);
    expect(track("to_confirm", []).at(0)).toEqual({ station: "confirm", passage: "here" });
  });

  it("ends with everything passed, or stopped when the case was voided", () => {
    expect(new Set(track("closed", ["confirm"]).map((stop) => stop.passage))).toEqual(new Set(["passed"]));
    expect(track("closed", ["confirm"])).toHaveLength(7);
    expect(new Set(track("void", []).map((stop) => stop.passage))).toEqual(new Set(["stopped"]));
  });
});
