import { describe, expect, it } from "vitest";
import { pieces, target } from "@/features/search/hits";
import type { Hit } from "@/features/search/queries";

const hit = (kind: string, link: string): Hit => ({ kind, link, id: "7", title: "曹杨路 1 号", text: "", at: null, score: 1, more: {}, marks: {} });

describe("a hit of the search", () => {
  it("is cut at its marks, counted in characters", () => {
    expect(pieces("𠮷路灯不亮", [[1, 3]])).toEqual([
      { text: "𠮷", marked: false },
      { text: "路灯", marked: true },
      { text: "不亮", marked: false },
    ]);
    expect(pieces("路灯", undefined)).toEqual([{ text: "路灯", marked: false }]);
    expect(pieces("路灯", [[1, 9]])).toEqual([{ text: "路灯", marked: false }]);
  });

  it("leads to its page, and a place to the cases there", () => {
    expect(target(hit("case", "/cases/7"))).toBe("/cases/7");
    expect(target(hit("jurisdiction", "/map?jurisdiction=7"))).toBe("/cases?jurisdiction=7");
    expect(target(hit("address", "/map?address=7"))).toBe("/cases?q=%E6%9B%B9%E6%9D%A8%E8%B7%AF%201%20%E5%8F%B7");
  });
});
