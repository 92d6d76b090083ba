import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { sessionQuery } from "@/features/access/session";
import { Opening } from "@/features/wall/Opening";
import { useWallLive } from "@/features/wall/live";
import { ALONE, BESIDE, wallQuery } from "@/features/wall/queries";
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
  const [shut, setShut] = useState<"no" | "asking" | "ended">("no");
  const standing = useWallLive(shut === "no");
  const wall = useQuery({ ...wallQuery, enabled: shut === "no", refetchInterval: standing === "live" ? BESIDE : ALONE });
  const session = useQuery({ ...sessionQuery, enabled: screen === null });
  const refused = shut === "no" && (statusOf(wall.error) === 401 || statusOf(wall.error) === 403);

  useEffect(() => {
    if (!refused) return;
    // The administrator has ended this display, or nobody is here yet: nothing that was shown stays.
    forgetScreen();
    queueMicrotask(() => {
      setShut(screen === null ? "asking" : "ended");
      setScreen(null);
      cache.removeQueries({ queryKey: wallQuery.queryKey });
    });
  }, [refused, screen, cache]);

  const opened = (): void => {
    void cache.resetQueries();
    setScreen(screenOf());
    setShut("no");
  };
  if (shut !== "no") return <Opening ended={shut === "ended"} onOpened={opened} />;
  if (wall.data === undefined) return <p className={styles.loading}>{t("wall.loading")}</p>;
  const who = screen?.name ?? `${session.data?.name ?? ""} ${session.data?.username ?? ""}`.trim();
  return <Scenes state={wall.data} lost={wall.isError || wall.failureCount > 0} who={who} />;
}
