import { expect, it } from "vitest";
import { withUsed } from "@/features/cases/one/lastUnits";

it("keeps the last five units, each once, the newest first", () => {
  const units = ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id.toUpperCase() }));
  expect(withUsed(units, { id: "c", name: "C" }).map((unit) => unit.id)).toEqual(["c", "a", "b", "d", "e"]);
  expect(withUsed(units, { id: "f", name: "F" }).map((unit) => unit.id)).toEqual(["f", "a", "b", "c", "d"]);
});
