import { expect, it } from "vitest";
import { cleaned, combined, differences, fieldsOf, lasting, standing, type Condition, type Rule } from "@/features/rules/model";

const HIGH: Condition = { code: "high", kind: "above", severity: "red", bound: 25, clear: 20, count: 1, latch: false };
const LEAK: Rule = {
  code: "GAS.gas",
  device_class: "GAS",
  metric: "gas",
  conditions: [HIGH],
};

it("keeps of a condition what its kind has and what is not usual", () => {
  expect(cleaned({ code: "x", kind: "silent", severity: "blue", bound: 3, for_s: 60, count: 1, schedule: "night" })).toEqual({ code: "x", kind: "silent", severity: "blue", for_s: 60 });
  expect(cleaned({ code: "x", kind: "above", severity: "red", bound: 0, clear: null })).toEqual({ code: "x", kind: "above", severity: "red", bound: 0 });
  expect(fieldsOf("unusual")).toContain("floor");
  expect(fieldsOf("above")).not.toContain("floor");
});

it("says what changed, condition by condition", () => {
  const after: Rule = { ...LEAK, unless: ["permit"], conditions: [{ ...HIGH, bound: 30 }, { code: "gone", kind: "silent", severity: "blue", for_s: 60 }] };
  expect(differences(LEAK, after)).toEqual([
    { where: "", field: "unless", before: undefined, after: ["permit"] },
    { where: "high", field: "bound", before: 25, after: 30 },
    { where: "gone", field: "condition", before: undefined, after: "silent" },
  ]);
  expect(differences(LEAK, { ...LEAK, conditions: LEAK.conditions.map(cleaned) })).toEqual([]);
});

it("sends a rule with what it refers to, and no override of a condition that is gone", () => {
  const all = { schedules: [{ code: "night", windows: [{}] }], rules: [LEAK], overrides: [{ rule: "GAS.gas", condition: "high", device: "a", off: true }, { rule: "GAS.gas", condition: "old", device: "a", off: true }, { rule: "OTHER", condition: "high", device: "a", off: true }] };
  const sent = standing(all, LEAK);
  expect(sent.overrides).toEqual([all.overrides[0]]);
  expect(sent.rules?.[0]?.conditions).toEqual([{ code: "high", kind: "above", severity: "red", bound: 25, clear: 20 }]);
  expect(sent.schedules).toHaveLength(1);
});

it("says durations in the unit that fits", () => {
  const units = { s: "s", min: "min", h: "h", d: "d" };
  expect([45, 120, 7200, 172_800, 90].map((one) => lasting(one, units))).toEqual(["45s", "2min", "2h", "2d", "90s"]);
});

it("sends a combination with its rules and with nothing that it does not name", () => {
  const other: Rule = { ...LEAK, code: "SMK.fire" };
  const made = { code: "two", across: "address", members: [{ rule: "GAS.gas", condition: "high" }], severity: "red" } as const;
  const sent = combined({ rules: [LEAK, other], overrides: [{ rule: "SMK.fire", condition: "high", device: "x", off: true }] }, { ...made, members: [...made.members] });
  expect(sent.rules).toEqual([LEAK]);
  expect(sent.combinations?.map((one) => one.code)).toEqual(["two"]);
  expect(sent.overrides).toBeUndefined();
});
