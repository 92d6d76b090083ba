import { describe, expect, it } from "vitest";
import type { SignNow } from "@/features/signs/queries";
import { grey, lines, readSigns, shown, traced, worstFirst } from "@/features/signs/reading";

const sign = (code: string, level: SignNow["level"], state: SignNow["state"] = "live"): SignNow => ({ code, level, state }) as SignNow;

describe("a value", () => {
  it("is never a zero where it is unknown", () => {
    expect([shown(null, "%"), shown(undefined, "件"), shown(0, "%")]).toEqual(["—", "—", "0%"]);
  });
  it("has two places at most and its unit", () => {
    expect([shown(93.7242, "%"), shown(12, "件"), shown(4738.25, "件"), shown(0.5)]).toEqual(["93.72%", "12 件", "4,738 件", "0.5"]);
  });
});

describe("the order of the signs", () => {
  it("has the worst first and what is grey last", () => {
    const all = [sign("A", "green"), sign("B", "red", "late"), sign("C", "orange"), sign("D", "red"), sign("E", "unknown")];
    expect(worstFirst(all).map(({ code }) => code)).toEqual(["D", "C", "A", "E", "B"]);
    expect(all.filter(grey).map(({ code }) => code)).toEqual(["B"]);
  });
});

describe("a trace", () => {
  it("breaks where there is no value", () => {
    const found = traced([{ at: 0, value: 1 }, { at: 1, value: null }, { at: 2, value: 3 }, { at: 4, value: 2 }], 40, 10);
    expect(found?.runs).toEqual([[[0, 10]], [[20, 0], [40, 5]]]);
    expect(traced([{ at: 0, value: null }], 40, 10)).toBeNull();
    expect(traced([], 40, 10)).toBeNull();
  });
  it("lies in the middle where all is the same", () => {
    expect(traced([{ at: 0, value: 5 }, { at: 1, value: 5 }], 40, 10)?.runs).toEqual([[[0, 5], [40, 5]]]);
  });
});

it("draws the thresholds that are values, not those of a deviation", () => {
  expect(lines({ yellow: "95", orange: "-2~3", red: "+4σ" })).toEqual([
    { level: "yellow", value: 95 },
    { level: "orange", value: -2 },
    { level: "orange", value: 3 },
  ]);
});

it("reads nothing strange from the address", () => {
  expect(readSigns({ node: "x", sign: "PA01", dimension: "all" })).toEqual({});
  expect(readSigns({ node: "01a1e215-2900-74bc-961e-540a5c25b637", sign: "PA0101", dimension: "safety" })).toEqual({
    node: "01a1e215-2900-74bc-961e-540a5c25b637",
    sign: "PA0101",
    dimension: "safety",
  });
});
