import { expect, it } from "vitest";
import { accessWords } from "@/shared/i18n/accessWords";
import { deskWords } from "@/shared/i18n/deskWords";
import { words } from "@/shared/i18n/words";

it("has no key that another sentence has taken", () => {
  for (const [key, pair] of [...Object.entries(accessWords), ...Object.entries(deskWords)]) expect(words[key as keyof typeof words], key).toBe(pair);
});
