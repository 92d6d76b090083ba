import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { WallState } from "@/features/wall/queries";
import styles from "@/features/wall/wall.module.css";
import { platformQuery } from "@/shared/api/platform";
import { useWords } from "@/shared/i18n";
import { exact } from "@/shared/time/format";

export const SCENES = ["overview", "ranks", "map", "pulse"] as const;
export type Scene = (typeof SCENES)[number];

interface HeadProps {
  state: WallState;
  lost: boolean;
  scene: Scene;
  onScene: (scene: Scene) => void;
  turning: boolean;
  onTurn: () => void;
}

/** Whose city this is, which scene is shown, the time, and whether what is shown is of now. */
export function Head({ state, lost, scene, onScene, turning, onTurn }: HeadProps) {
  const { t, language } = useWords();
  const { data: platform } = useQuery(platformQuery);
  const title = platform?.title ?? t("brand.name");
  useEffect(() => {
    document.title = `${title} · ${t("wall.title")}`;
  }, [title, t]);
  return (
    <header className={styles.head}>
      <h1>
        {title}
        {state.name !== "" && <span>{state.name}</span>}
        {platform?.demo === true && <em title={t("demo.hint")}>{t("demo.badge")}</em>}
      </h1>
      <nav aria-label={t("wall.scenes")} title={t("wall.keys")}>
        {SCENES.map((one) => (
          <button key={one} type="button" aria-current={one === scene} onClick={() => onScene(one)}>
            {t(`wall.scene.${one}`)}
          </button>
        ))}
        <button type="button" aria-pressed={turning} onClick={onTurn}>
          {turning ? t("wall.turning") : t("wall.turn")}
        </button>
      </nav>
      <p className={styles.standing} role="status" data-lost={lost}>
        {lost ? t("wall.lost", { at: exact(state.at).slice(11) }) : t("wall.live")}
      </p>
      <Clock language={language} />
    </header>
  );
}

function Clock({ language }: { language: "zh" | "en" }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  const weekday = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { weekday: language === "zh" ? "long" : "short", timeZone: "Asia/Shanghai" }).format(now);
  const moment = exact(now.toISOString());
  return (
    <time className={styles.clock} dateTime={now.toISOString()}>
      <b>{moment.slice(11)}</b>
      <span>
        {moment.slice(0, 10)} {weekday}
      </span>
    </time>
  );
}
