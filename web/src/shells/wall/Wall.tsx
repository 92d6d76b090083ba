import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "@/features/access/session";
import { Opening } from "@/features/wall/Opening";
import { wallQuery } from "@/features/wall/queries";
import { forgetScreen, screenOf } from "@/features/wall/screen";
import styles from "@/features/wall/wall.module.css";
import { statusOf } from "@/shared/api/problem";
import { useWords } from "@/shared/i18n";
import { Scenes } from "@/shells/wall/Scenes";

/** The wall: as the display it was opened as, or as whoever is signed in; else it asks for the display's code. */
export function Wall() {
  const { t } = useWords();
  const cache = useQueryClient();
  const [screen, setScreen] = useState(screenOf);
  const [ended, setEnded] = useState(false);
  const wall = useQuery(wallQuery);
  const session = useQuery({ ...sessionQuery, enabled: screen === null });
  const refused = statusOf(wall.error) === 401 || statusOf(wall.error) === 403;

  useEffect(() => {
    if (!refused || screen === null) return;
    // The administrator has ended this display: nothing it showed stays.
    forgetScreen();
    cache.clear();
    queueMicrotask(() => {
      setEnded(true);
      setScreen(null);
    });
  }, [refused, screen, cache]);

  const opened = (): void => {
    setEnded(false);
    setScreen(screenOf());
    void cache.resetQueries();
  };
  if (refused) return <Opening ended={ended} onOpened={opened} />;
  if (wall.data === undefined) return <p className={styles.loading}>{t("wall.loading")}</p>;
  const who = screen?.name ?? `${session.data?.name ?? ""} ${session.data?.username ?? ""}`.trim();
  return <Scenes state={wall.data} lost={wall.isError || wall.failureCount > 0} who={who} />;
}
