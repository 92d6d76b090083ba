import { useEffect, useRef, useState } from "react";
import type { Standing } from "@/shared/live/stream";
import { useWords } from "@/shared/i18n";
import styles from "@/shells/desk/frame.module.css";

const BACK_MS = 5_000;

/** Says when the line is lost, and for a moment when it is back. */
export function LiveBanner({ standing }: { standing: Standing }) {
  const { t } = useWords();
  const [back, setBack] = useState(false);
  const before = useRef(standing);
  useEffect(() => {
    const was = before.current;
    before.current = standing;
    if (was !== "lost" || standing !== "live") return undefined;
    setBack(true);
    const timer = setTimeout(() => setBack(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [standing]);
  const lost = standing === "lost";
  if (!lost && !back) return null;
  return (
    <p className={styles.live} data-lost={lost} role="status">
      {t(lost ? "live.lost" : "live.back")}
    </p>
  );
}
