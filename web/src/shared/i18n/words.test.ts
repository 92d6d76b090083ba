import { describe, expect, it } from "vitest";
import { codeLabel, codes } from "@/shared/i18n/codes";
import { words } from "@/shared/i18n/words";

const holes = (sentence: string): string[] => [...sentence.matchAll(/{{(\w+)}}/g)].map((hole) => hole[1] ?? "").sort();

describe("the table of words", () => {
  it("says everything in both languages with the same holes", () => {
    for (const [key, [zh, en]] of Object.entries(words)) {
      expect(zh.trim(), key).not.toBe("");
      expect(en.trim(), key).not.toBe("");
      expect(holes(zh), key).toEqual(holes(en));
    }
  });

  it("labels codes in both languages and shows an unknown one as it came", () => {
    for (const table of Object.values(codes)) {
      for (const [zh, en] of Object.values<readonly [string, string]>(table)) expect(zh && en).toBeTruthy();
    }
    expect(codeLabel("state", "to_check", "zh")).toBe("待核查");
    expect(codeLabel("state", "to_check", "en")).toBe("To check");
    expect(codeLabel("state", "brand_new", "zh")).toBe("brand_new");
  });
});
