import { useState } from "react";
import type { Rule } from "@/features/rules/model";

const KEY = "yiwang.rule.";

function kept(code: string): Rule | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + code) ?? "null") as Rule | null;
  } catch {
    return null;
  }
}

/** A rule as it is being written; it outlives the page until it is published or dropped. */
export function useDraft(code: string): [Rule | null, (next: Rule | null) => void] {
  const [draft, setDraft] = useState(() => kept(code));
  const put = (next: Rule | null): void => {
    setDraft(next);
    if (next === null) sessionStorage.removeItem(KEY + code);
    else sessionStorage.setItem(KEY + code, JSON.stringify(next));
  };
  return [draft, put];
}
