import { expect, it } from "vitest";
import { idIn } from "@/features/audit/ids";

it("finds the id in a pasted address, and none in other words", () => {
  const id = "01a1fe9c-6a15-7ddd-9dc7-956d71196b9c";
  expect(idIn(`https://one.example/cases/${id}?tab=all`)).toBe(id);
  expect(idIn(` ${id.toUpperCase()} `)).toBe(id);
  expect(idIn("20261121000011")).toBeUndefined();
});
