import { useMemo, useSyncExternalStore } from "react";
import { codeLabel, type CodeKind } from "@/shared/i18n/codes";
import type { Language } from "@/shared/time/format";

/** The same key as the desk's: who works on both reads one language. */
const STORED = "yiwang.language";
const listeners = new Set<() => void>();
let current: Language = "zh";

export type Pairs = Readonly<Record<string, readonly [zh: string, en: string]>>;
export type Values = Record<string, string | number>;

export function startLanguage(): void {
  current = localStorage.getItem(STORED) === "en" ? "en" : "zh";
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
}

export function setLanguage(language: Language): void {
  current = language;
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  listeners.forEach((call) => call());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Puts values into the {{places}} of a sentence. */
export function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export interface LightWords<Key extends string> {
  t: (key: Key, values?: Values) => string;
  code: (kind: CodeKind, code: string) => string;
  pick: (zh: string, en: string) => string;
  language: Language;
}

/** Words of a light shell: one small table, no library. */
export function useLight<Table extends Pairs>(table: Table): LightWords<keyof Table & string> {
  const language = useSyncExternalStore(subscribe, () => current);
  return useMemo(
    () => ({
      t: (key, values) => filled(table[key]?.[language === "zh" ? 0 : 1] ?? key, values ?? {}),
      code: (kind, code) => codeLabel(kind, code, language),
      pick: (zh, en) => (language === "zh" || en === "" ? zh : en),
      language,
    }),
    [table, language],
  );
}
