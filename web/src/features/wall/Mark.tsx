import { useMemo } from "react";
import styles from "@/features/wall/wall.module.css";
import { FONT } from "@/shared/design/tokens";
import { exact } from "@/shared/time/format";

const WIDTH = 520;
const HEIGHT = 300;

/** Whose screen this is and when, aslant over everything, so faint that nobody reads it who does not look for it. */
export function Mark({ who, now }: { who: string; now: Date }) {
  const moment = exact(now.toISOString()).slice(0, 16);
  const backgroundImage = useMemo(() => {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const pen = canvas.getContext("2d");
    if (pen === null) return "none";
    pen.translate(WIDTH / 2, HEIGHT / 2);
    pen.rotate(-Math.PI / 9);
    pen.font = `18px ${FONT}`;
    pen.textAlign = "center";
    pen.fillStyle = "rgb(226 238 248 / 6%)";
    pen.fillText(who, 0, -6);
    pen.fillText(moment, 0, 20);
    return `url(${canvas.toDataURL()})`;
  }, [who, moment]);
  return <div className={styles.mark} data-watermark={`${who} ${moment}`} aria-hidden="true" style={{ backgroundImage }} />;
}
