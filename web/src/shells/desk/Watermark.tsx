import { useMemo, useSyncExternalStore } from "react";
import { useSession } from "@/features/access/session";
import { isMarked, subscribe } from "@/shared/api/watermark";
import { FONT } from "@/shared/design/tokens";
import { useNow } from "@/shared/time/clock";
import { exact } from "@/shared/time/format";
import styles from "@/shells/desk/frame.module.css";

const WIDTH = 300;
const HEIGHT = 190;

/** One tile of the sheet: two lines aslant, in ink of so many percent, as a picture, for the page's own rules allow no inline style sheets. */
function tile(lines: readonly string[], percent: number): string {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  if (pen === null) return "none";
  pen.translate(WIDTH / 2, HEIGHT / 2);
  pen.rotate(-Math.PI / 9);
  pen.font = `14px ${FONT}`;
  pen.textAlign = "center";
  pen.fillStyle = `rgb(22 34 46 / ${String(percent)}%)`;
  lines.forEach((line, index) => pen.fillText(line, 0, index * 22 - 4));
  return `url(${canvas.toDataURL()})`;
}

/** Over every page: who looks, by name and number, and when; a photo of the screen tells whose it was. Personal data darkens it. */
export function Watermark() {
  const marked = useSyncExternalStore(subscribe, isMarked);
  const session = useSession();
  const now = useNow();
  const who = session === null ? "" : `${session.name} ${session.username}`;
  const moment = exact(now.toISOString()).slice(0, 16);
  const backgroundImage = useMemo(() => tile([who, moment], marked ? 9 : 4), [marked, who, moment]);
  if (who === "") return null;
  return <div className={styles.watermark} data-watermark={`${who} ${moment}`} data-personal={marked} aria-hidden="true" style={{ backgroundImage }} />;
}
