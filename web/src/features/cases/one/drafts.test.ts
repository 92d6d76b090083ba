import { expect, it } from "vitest";
import { pruned } from "@/features/cases/one/drafts";

it("keeps what is young, and never many", () => {
  const now = 10 * 24 * 3_600_000;
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`c${index}`, { text: "x", at: now - index }]));
  const kept = pruned({ ...many, old: { text: "x", at: 0 } }, now);
  expect(Object.keys(kept)).toHaveLength(20);
  expect(kept).toHaveProperty("c0");
  expect(kept).not.toHaveProperty("old");
});
