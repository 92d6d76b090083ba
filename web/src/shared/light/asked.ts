import { useCallback, useEffect, useRef, useState } from "react";

export type Asked<Value> = { state: "loading" } | { state: "failed"; error: unknown } | { state: "here"; value: Value };

/** Reads something once for a key, and again when told to; an answer that comes late for an older key is dropped. */
export function useAsked<Value>(key: string, read: () => Promise<Value>): [asked: Asked<Value>, again: () => void] {
  const [answers, setAnswers] = useState<{ key: string; asked: Asked<Value> }>({ key, asked: { state: "loading" } });
  const [times, setTimes] = useState(0);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    let wanted = true;
    latest.current().then(
      (value) => {
        if (wanted) setAnswers({ key, asked: { state: "here", value } });
      },
      (error: unknown) => {
        if (wanted) setAnswers({ key, asked: { state: "failed", error } });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, times]);
  const again = useCallback(() => setTimes((count) => count + 1), []);
  return [answers.key === key ? answers.asked : { state: "loading" }, again];
}
