import { expect, it } from "vitest";
import { readScreen } from "@/features/wall/screen";
import { dueWords, turned } from "@/features/wall/spans";
import type { Words } from "@/shared/i18n";

const words: Pick<Words, "t" | "language"> = { language: "zh", t: (key, values) => `${key} ${Object.values(values ?? {}).join()}` };

it("tells late from due, and nothing where nothing is due", () => {
  const now = new Date("2026-11-16T02:00:00Z");
  expect(dueWords("2026-11-16T03:00:00Z", now, words)).toBe("wall.dueIn 1小时");
  expect(dueWords("2026-11-16T01:00:00Z", now, words)).toBe("wall.overdueBy 1小时");
  expect(dueWords(null, now, words)).toBe("");
});

it("goes round the scenes in both directions", () => {
  const scenes = ["a", "b", "c"];
  expect([turned(scenes, "c", 1), turned(scenes, "a", -1)]).toEqual(["a", "c"]);
});

it("takes no stored thing for a display that is none", () => {
  for (const odd of [null, "", "{", "7", '{"key":7,"name":"x"}']) expect(readScreen(odd)).toBeNull();
  expect(readScreen('{"id":"a","name":"大厅","key":"yw_1_2"}')?.name).toBe("大厅");
});
