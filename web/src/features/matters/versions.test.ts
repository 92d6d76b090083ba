import { expect, it } from "vitest";
import { changes } from "@/features/matters/versions";

it("names what changed between two versions, and not which version it is", () => {
  const before = { id: "a", version: 1, name: "暴露垃圾", limit: { amount: 2 }, check: true };
  expect(changes(before, { ...before, id: "b", version: 2, limit: { amount: 4 }, check: false })).toEqual([
    { field: "limit", before: '{"amount":2}', after: '{"amount":4}' },
    { field: "check", before: "true", after: "false" },
  ]);
  expect(changes(before, before)).toEqual([]);
});
