import type { SignNow } from "@/features/signs/queries";
import { grey } from "@/features/signs/reading";
import styles from "@/features/signs/signs.module.css";
import { useWords } from "@/shared/i18n";

/** The level of a sign; grey with its reason where it says nothing now. */
export function LevelTag({ sign }: { sign: Pick<SignNow, "level" | "state"> }) {
  const { code } = useWords();
  const silent = grey(sign);
  return (
    <span className={styles.level} data-level={silent ? "unknown" : sign.level}>
      {silent ? code("sign_state", sign.state) : code("sign_level", sign.level)}
    </span>
  );
}
