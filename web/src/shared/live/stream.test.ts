import { expect, it } from "vitest";
import { cut } from "@/shared/live/keyed";
import { pause, readTold } from "@/shared/live/stream";

it("takes what is agreed on, and reads anew where it is something else", () => {
  const item = { kind: "case", type: "case.filed", at: "2026-11-16T02:00:00Z", id: "a" };
  expect(readTold(JSON.stringify({ items: [item], more: false }))).toEqual({ items: [item], more: false });
  for (const odd of ["", "[]", "{}", '{"items":[7],"more":false}']) expect(readTold(odd).more).toBe(true);
});

it("waits longer after each try, but never long", () => {
  expect([0, 1, 2, 10].map(pause)).toEqual([1_000, 2_000, 4_000, 15_000]);
});

it("takes whole events as they come in pieces, and leaves the beginning of the next", () => {
  const first = cut('retry: 2000\nid: 7-1\nevent: ready\ndata: {}\n\nid: 8-2\nevent: fa');
  expect(first.events).toEqual([{ name: "ready", data: "{}", id: "7-1" }]);
  const second = cut(`${first.rest}cts\ndata: {"items":[]}\n\n`);
  expect(second).toEqual({ events: [{ name: "facts", data: '{"items":[]}', id: "8-2" }], rest: "" });
});
