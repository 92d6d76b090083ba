import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { LazyLiveMap } from "@/features/map/LazyLiveMap";
import type { Live } from "@/features/map/layers";
import { CaseCard } from "@/features/wall/CaseCard";
import { Abnormal, Ranks, Strip } from "@/features/wall/Lists";
import { Mark } from "@/features/wall/Mark";
import { Hours, OpenCounts, Today } from "@/features/wall/Numbers";
import { caseQuery, figuresQuery, type WallState } from "@/features/wall/queries";
import { turned } from "@/features/wall/spans";
import styles from "@/features/wall/wall.module.css";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Head, SCENES, type Scene } from "@/shells/wall/Head";

const TURN = 30_000;
const LAYERS: readonly Live[] = ["cases", "alarms", "devices", "forces"];

/** What is shown, by key, by press and by time. */
function useScenes() {
  const [scene, setScene] = useState<Scene>("overview");
  const [turning, setTurning] = useState(false);
  const move = useCallback((by: number) => setScene((last) => turned(SCENES, last, by)), []);
  useEffect(() => {
    if (!turning) return undefined;
    const timer = setInterval(() => move(1), TURN);
    return () => clearInterval(timer);
  }, [turning, move]);
  return { scene, setScene, move, turning, turn: () => setTurning((last) => !last) };
}

export function Scenes({ state, lost, who }: { state: WallState; lost: boolean; who: string }) {
  const { t, language, setLanguage } = useWords();
  const { scene, setScene, move, turning, turn } = useScenes();
  const [picked, setPicked] = useState<string | null>(null);
  const [shown, setShown] = useState<readonly Live[]>(["cases", "alarms"]);
  const figures = useQuery(figuresQuery).data;
  const now = new Date(state.at);
  const focus = useFocus(picked);
  useKeys({
    "1": () => setScene("overview"),
    "2": () => setScene("ranks"),
    "3": () => setScene("map"),
    ArrowRight: () => move(1),
    ArrowLeft: () => move(-1),
    t: turn,
    l: () => setLanguage(language === "zh" ? "en" : "zh"),
    f: () => void (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()),
    Escape: () => setPicked(null),
  });
  const toggle = (layer: Live): void => setShown((last) => (last.includes(layer) ? last.filter((one) => one !== layer) : [...last, layer]));
  return (
    <div className={styles.wall} data-scene={scene} data-mode={state.mode}>
      <Head state={state} lost={lost} scene={scene} onScene={setScene} turning={turning} onTurn={turn} />
      <main className={styles.stage}>
        {scene !== "map" && (
          <div className={styles.left}>
            <Today figures={figures?.today} now={now} />
            <OpenCounts counts={state.counts} />
            <Hours hours={state.hours} />
          </div>
        )}
        <div className={styles.middle}>
          <LazyLiveMap night shown={shown} every={5} focus={focus} onPick={(layer, id) => layer === "cases" && setPicked(id)} />
          <div className={styles.layers} role="group" aria-label={t("wall.layers")}>
            {LAYERS.map((layer) => (
              <button key={layer} type="button" aria-pressed={shown.includes(layer)} onClick={() => toggle(layer)} data-layer={layer}>
                {t(`wall.layer.${layer}`)}
              </button>
            ))}
          </div>
          {picked !== null && <CaseCard id={picked} now={now} onClose={() => setPicked(null)} />}
        </div>
        <div className={styles.right}>
          {scene !== "ranks" && <Abnormal cases={state.abnormal} now={now} onPick={setPicked} most={scene === "map" ? 10 : 6} />}
          {scene !== "map" && <Ranks figures={figures?.month} whole={scene === "ranks"} />}
        </div>
      </main>
      <Strip lines={state.lines} now={now} onPick={setPicked} />
      <Mark who={who} now={now} />
    </div>
  );
}

/** Where the picked case lies. */
function useFocus(picked: string | null): { point: [number, number]; zoom: number } | null {
  const { data } = useQuery({ ...caseQuery(picked ?? ""), enabled: picked !== null });
  const { lon, lat } = data ?? {};
  const [focus, setFocus] = useState<{ key: string; point: [number, number]; zoom: number } | null>(null);
  if (picked !== null && typeof lon === "number" && typeof lat === "number" && focus?.key !== picked) setFocus({ key: picked, point: [lon, lat], zoom: 14 });
  return focus;
}
