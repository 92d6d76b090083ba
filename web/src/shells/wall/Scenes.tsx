import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { LazyLiveMap } from "@/features/map/LazyLiveMap";
import type { Live } from "@/features/map/layers";
import { partsQuery } from "@/features/signs/queries";
import { CaseCard } from "@/features/wall/CaseCard";
import { Abnormal, Ranks, Strip } from "@/features/wall/Lists";
import { Mark } from "@/features/wall/Mark";
import { Hours, OpenCounts, Today } from "@/features/wall/Numbers";
import { PaintedBy, PulseSide, Story, WorstSigns } from "@/features/wall/PulseScene";
import { caseQuery, figuresQuery, type WallFigures, type WallState } from "@/features/wall/queries";
import { turned } from "@/features/wall/spans";
import styles from "@/features/wall/wall.module.css";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Head, SCENES, type Scene } from "@/shells/wall/Head";

const NO_LAYER: readonly Live[] = [];
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
  const { language, setLanguage } = useWords();
  const { scene, setScene, move, turning, turn } = useScenes();
  const [picked, setPicked] = useState<string | null>(null);
  const [shown, setShown] = useState<readonly Live[]>(["cases", "alarms"]);
  const figures = useQuery(figuresQuery).data;
  const now = new Date(state.at);
  const focus = useFocus(picked);
  const [painted, setPainted] = useState("pulse");
  const atPulse = scene === "pulse";
  const painting = { code: painted, onCode: setPainted };
  const areas = useAreaPaint(painted, atPulse);
  useKeys({
    "1": () => setScene("overview"),
    "2": () => setScene("ranks"),
    "3": () => setScene("map"),
    "4": () => setScene("pulse"),
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
          <div className={styles.left}>{atPulse ? <PulseSide {...painting} /> : <Numbers state={state} now={now} figures={figures} />}</div>
        )}
        <div className={styles.middle}>
          <LazyLiveMap night shown={atPulse ? NO_LAYER : shown} areas={areas} every={5} focus={focus} onPick={(layer, id) => layer === "cases" && setPicked(id)} />
          {atPulse ? <PaintedBy code={painted} /> : <Layers shown={shown} onToggle={toggle} />}
          {picked !== null && <CaseCard id={picked} now={now} onClose={() => setPicked(null)} />}
        </div>
        <div className={styles.right}>
          {atPulse ? (
            <>
              <WorstSigns {...painting} />
              <Story state={state} now={now} onPick={setPicked} />
            </>
          ) : (
            <>
              {scene !== "ranks" && <Abnormal cases={state.abnormal} now={now} onPick={setPicked} most={scene === "map" ? 10 : 6} />}
              {scene !== "map" && <Ranks figures={figures?.month} whole={scene === "ranks"} />}
            </>
          )}
        </div>
      </main>
      <Strip lines={state.lines} now={now} onPick={setPicked} />
      <Mark who={who} now={now} />
    </div>
  );
}

function Numbers({ state, now, figures }: { state: WallState; now: Date; figures: { today: WallFigures } | undefined }) {
  return (
    <>
      <Today figures={figures?.today} now={now} />
      <OpenCounts counts={state.counts} />
      <Hours hours={state.hours} />
    </>
  );
}

function Layers({ shown, onToggle }: { shown: readonly Live[]; onToggle: (layer: Live) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.layers} role="group" aria-label={t("wall.layers")}>
      {LAYERS.map((layer) => (
        <button key={layer} type="button" aria-pressed={shown.includes(layer)} onClick={() => onToggle(layer)} data-layer={layer}>
          {t(`wall.layer.${layer}`)}
        </button>
      ))}
    </div>
  );
}

const SHADES = { green: "#1f5a48", yellow: "#8a7420", orange: "#9c5518", red: "#9c2f26", unknown: "#26394a" } as const;

/** Streets in the colours of a sign's or a score's levels, while that scene is shown. */
function useAreaPaint(code: string, on: boolean): ReadonlyMap<string, string> | undefined {
  const { data } = useQuery({ ...partsQuery(code, undefined), enabled: on });
  return useMemo(() => (on && data !== undefined ? new Map(data.items.map((part) => [part.id, SHADES[part.level]])) : undefined), [on, data]);
}

/** Where the picked case lies. */
function useFocus(picked: string | null): { point: [number, number]; zoom: number } | null {
  const { data } = useQuery({ ...caseQuery(picked ?? ""), enabled: picked !== null });
  const { lon, lat } = data ?? {};
  const [focus, setFocus] = useState<{ key: string; point: [number, number]; zoom: number } | null>(null);
  if (picked !== null && typeof lon === "number" && typeof lat === "number" && focus?.key !== picked) setFocus({ key: picked, point: [lon, lat], zoom: 14 });
  return focus;
}
