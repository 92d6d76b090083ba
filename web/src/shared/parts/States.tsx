import { Button } from "antd";
import type { CSSProperties, ReactNode } from "react";
import { Problem } from "@/shared/api/problem";
import { useWords, type Words } from "@/shared/i18n";
import styles from "@/shared/parts/states.module.css";

function Net() {
  return (
    <svg className={styles.net} viewBox="0 0 64 40" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M8 32 24 10l16 18L56 8M8 32h48M24 10h32M40 28V8" opacity=".7" />
      {[[8, 32], [24, 10], [40, 28], [56, 8], [56, 32]].map(([x, y]) => (
        <circle key={`${x ?? 0}-${y ?? 0}`} cx={x} cy={y} r="3.2" fill="var(--surface)" />
      ))}
    </svg>
  );
}

/** Nothing to show, said calmly, with what could be done. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.box}>
      <Net />
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}

/** What went wrong and what to do, in the reader's words; the server's own sentence when it sent one. */
export function explain(error: unknown, t: Words["t"]): string {
  if (!(error instanceof Problem)) return t("error.server");
  if (error.status === 0) return t("error.unreachable");
  if (error.status === 429) return t("error.tooMany");
  if (error.status === 403) return t("error.forbidden");
  if (error.status === 404) return t("error.missing");
  if (error.status >= 500) return t("error.server");
  const listed = error.fields.map((field) => field.detail).filter((detail) => detail !== error.detail);
  return [error.detail, ...listed].filter((sentence) => sentence !== "").join(" ") || t("error.server");
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords();
  const hopeless = error instanceof Problem && (error.status === 403 || error.status === 404);
  return (
    <div className={styles.box} role="alert">
      <Net />
      <p className={styles.title}>{t("error.title")}</p>
      <p>{explain(error, t)}</p>
      {retry !== undefined && !hopeless && <Button onClick={retry}>{t("error.retry")}</Button>}
    </div>
  );
}

/** A grey bar in the place of words that are on their way. */
export function Bar({ width, style }: { width: number | string; style?: CSSProperties }) {
  return <span className={styles.bar} style={{ width, ...style }} aria-hidden="true" />;
}
