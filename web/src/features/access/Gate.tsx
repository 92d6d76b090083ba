import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { platformQuery } from "@/shared/api/platform";
import { useWords } from "@/shared/i18n";
import styles from "@/features/access/gate.module.css";

/** The page before the desk: the district's net on the left, one form on the right. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  const { t, language, setLanguage } = useWords();
  const { data: platform } = useQuery(platformQuery);
  return (
    <div className={styles.gate}>
      <div className={styles.side} aria-hidden="true">
        <Weave />
        <p className={styles.motto}>
          {t("signIn.motto")
            .split(/[、,]\s*/)
            .map((line) => (
              <span key={line}>{line}</span>
            ))}
        </p>
      </div>
      <main className={styles.main}>
        <div className={styles.language}>
          <Button type="text" size="small" onClick={() => setLanguage(language === "zh" ? "en" : "zh")}>
            {t("language.switch")}
          </Button>
        </div>
        <div className={styles.form}>
          <p className={styles.brand}>
            <img src="/mark.svg" alt="" width="36" height="36" />
            <span>
              <b>{platform?.title ?? t("brand.name")}</b>
              <small>{platform?.demo === true ? t("demo.hint") : t("brand.sub")}</small>
            </span>
          </p>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}

const KNOTS = Array.from({ length: 77 }, (_, index) => {
  const [column, row] = [index % 7, Math.floor(index / 7)];
  // A little displacement, fixed by the place, so that the net looks drawn by hand and is the same every time.
  return [40 + column * 78 + 22 * Math.sin(index * 2.4), 30 + row * 78 + 22 * Math.cos(index * 1.7)] as const;
});
const LIT = new Set([23, 38, 52]);

function Weave() {
  const threads = KNOTS.flatMap(([x, y], index) => {
    const right = index % 7 < 6 ? KNOTS[index + 1] : undefined;
    const below = KNOTS[index + 7];
    return [right, below].flatMap((end) => (end === undefined ? [] : [`M${x.toFixed(1)} ${y.toFixed(1)}L${end[0].toFixed(1)} ${end[1].toFixed(1)}`]));
  });
  return (
    <svg className={styles.weave} viewBox="0 0 560 840" preserveAspectRatio="xMidYMid slice">
      <path d={threads.join("")} stroke="#3f6f97" strokeWidth="1" opacity=".55" />
      {KNOTS.map(([x, y], index) => (
        <circle key={index} cx={x} cy={y} r={LIT.has(index) ? 6 : 2.6} fill={LIT.has(index) ? "#ef6a4c" : "#8db7d9"} />
      ))}
    </svg>
  );
}
