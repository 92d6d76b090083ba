import i18next from "i18next";
import { useMemo } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import { codeLabel, type CodeKind } from "@/shared/i18n/codes";
import { words, type Word } from "@/shared/i18n/words";
import type { Language } from "@/shared/time/format";

const STORED = "yiwang.language";

function side(index: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[index]]));
}

function remembered(): Language {
  return localStorage.getItem(STORED) === "en" ? "en" : "zh";
}

function mark(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

export function startLanguage(): void {
  const language = remembered();
  mark(language);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh",
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { zh: { translation: side(0) }, en: { translation: side(1) } },
  });
}

export interface Words {
  t: (key: Word, values?: Record<string, string | number>) => string;
  code: (kind: CodeKind, code: string) => string;
  language: Language;
  /** Picks the right one of a pair the server sent in both languages. */
  pick: (zh: string, en: string) => string;
  setLanguage: (language: Language) => void;
}

/** Words and code labels in the language of the moment. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "zh";
  return useMemo(
    () => ({
      t: (key, values) => t(key, values ?? {}),
      code: (kind, code) => codeLabel(kind, code, language),
      language,
      pick: (zh, en) => (language === "zh" ? zh : en),
      setLanguage: (next) => {
        localStorage.setItem(STORED, next);
        mark(next);
        void i18n.changeLanguage(next);
      },
    }),
    [t, i18n, language],
  );
}
