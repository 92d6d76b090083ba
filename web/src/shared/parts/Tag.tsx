import type { ReactNode } from "react";
import { useWords } from "@/shared/i18n";
import styles from "@/shared/parts/tag.module.css";

export type Tone = "stone" | "azurite" | "malachite" | "ochre" | "cinnabar" | "filled";

interface TagProps {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}

export function Tag({ tone = "stone", title, children }: TagProps) {
  return (
    <span className={`${styles.tag ?? ""} ${styles[tone] ?? ""}`} title={title}>
      {children}
    </span>
  );
}

const STATE_TONES: Partial<Record<string, Tone>> = {
  to_confirm: "ochre",
  to_dispatch: "ochre",
  to_receive: "ochre",
  handling: "azurite",
  to_check: "azurite",
  to_close: "azurite",
  closed: "malachite",
};

/** The state of a case: ochre waits for somebody, azurite is being worked on, malachite is finished. */
export function StateTag({ state }: { state: string }) {
  const { code } = useWords();
  return <Tag tone={STATE_TONES[state] ?? "stone"}>{code("state", state)}</Tag>;
}
