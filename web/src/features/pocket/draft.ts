import { useCallback, useState } from "react";

/** Words that survive a closed sheet, a reload and an ended session; `forget` once they are sent. */
export function useDraft(name: string): [text: string, set: (text: string) => void, forget: () => void] {
  const key = `yiwang.draft ${name}`;
  const [text, setText] = useState(() => localStorage.getItem(key) ?? "");
  const set = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    },
    [key],
  );
  const forget = useCallback(() => set(""), [set]);
  return [text, set, forget];
}
