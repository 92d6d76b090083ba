import { useCallback, useEffect, useRef, useState } from "react";
import { keepShots, keptShots, type Keeping } from "@/features/pocket/pocket";

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

/** The rest of a form, kept the same way: an object of what is not yet sent. */
export function useFormDraft<Form extends object>(name: string, empty: Form): [form: Form, change: (part: Partial<Form>) => void, forget: () => void] {
  const key = `yiwang.draft ${name}`;
  const [form, setForm] = useState<Form>(() => ({ ...empty, ...stored(key) }));
  const change = useCallback(
    (part: Partial<Form>) =>
      setForm((known) => {
        const next = { ...known, ...part };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(key);
    setForm(empty);
  }, [key, empty]);
  return [form, change, forget];
}

function stored(key: string): object {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** Photos of a form: they survive a reload, too. */
export function useShots(name: string): [shots: readonly Keeping[], set: (change: (known: readonly Keeping[]) => readonly Keeping[]) => void] {
  const [shots, setShots] = useState<readonly Keeping[]>([]);
  const touched = useRef(false);
  useEffect(() => {
    let wanted = true;
    void keptShots(name).then((known) => {
      if (wanted && !touched.current) setShots(known);
    });
    return () => {
      wanted = false;
    };
  }, [name]);
  const change = useCallback(
    (make: (known: readonly Keeping[]) => readonly Keeping[]) => {
      touched.current = true;
      setShots((known) => {
        const next = make(known);
        void keepShots(name, next);
        return next;
      });
    },
    [name],
  );
  return [shots, change];
}
