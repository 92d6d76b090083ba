import { Watermark as Words } from "antd";
import { useSyncExternalStore } from "react";
import { useSession } from "@/features/access/session";
import { isMarked, subscribe } from "@/shared/api/watermark";
import { useNow } from "@/shared/time/clock";
import { exact } from "@/shared/time/format";
import styles from "@/shells/desk/frame.module.css";

/** Over pages with personal data: who looks, by name and number, and when; a photo of the screen tells whose it was. */
export function Watermark() {
  const marked = useSyncExternalStore(subscribe, isMarked);
  const session = useSession();
  const now = useNow();
  if (!marked || session === null) return null;
  const moment = exact(now.toISOString()).slice(0, 16);
  return (
    <div className={styles.watermark} data-watermark={`${session.name} ${session.username} ${moment}`} aria-hidden="true">
      <Words content={[`${session.name} ${session.username}`, moment]} font={{ color: "rgb(22 34 46 / 9%)", fontSize: 14 }} gap={[110, 90]} zIndex={40}>
        <div className={styles.sheet} />
      </Words>
    </div>
  );
}
