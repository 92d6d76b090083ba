import "maplibre-gl/dist/maplibre-gl.css";
import { useQuery } from "@tanstack/react-query";
import { GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl, type MapLayerMouseEvent } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import type { Line } from "@/features/day/lines";
import { boundariesQuery } from "@/features/map/boundaries";
import { boxOf } from "@/features/map/geometry";
import styles from "@/features/map/map.module.css";
import { mapStyle } from "@/features/map/style";
import { colour } from "@/shared/design/tokens";
import { useWords } from "@/shared/i18n";

setWorkerUrl(workerUrl);

export interface DayMapProps {
  lines: readonly Line[];
  selected: string | undefined;
  /** The drawer lies over the right of the map: what is looked at stands left of it. */
  covered: boolean;
  onOpen: (id: string) => void;
}

const SHANGHAI: [number, number] = [121.4, 31.24];
const DRAWER = 560;
const POINTS = "day-points";

function tone(line: Line): string {
  if (line.urgent || line.overdue) return colour.cinnabar;
  return line.kind === "event" || line.state === "to_dispatch" || line.state === "to_confirm" ? colour.ochre : colour.azurite;
}

function collection(lines: readonly Line[], selected: string | undefined) {
  return {
    type: "FeatureCollection" as const,
    features: lines.flatMap((line) =>
      line.point === null
        ? []
        : [
            {
              type: "Feature" as const,
              geometry: { type: "Point" as const, coordinates: [...line.point] },
              properties: { id: line.id, colour: tone(line), here: line.id === selected, rank: line.id === selected ? 2 : line.urgent ? 1 : 0 },
            },
          ],
    ),
  };
}

function addPoints(map: MapLibre): void {
  map.addSource(POINTS, { type: "geojson", data: collection([], undefined) });
  map.addLayer({
    id: POINTS,
    type: "circle",
    source: POINTS,
    layout: { "circle-sort-key": ["get", "rank"] },
    paint: {
      "circle-color": ["get", "colour"],
      "circle-radius": ["case", ["get", "here"], 10, 6],
      "circle-stroke-color": "#ffffff",
      "circle-stroke-width": ["case", ["get", "here"], 3, 1.5],
    },
  });
}

function useMap(onOpen: React.RefObject<(id: string) => void>, names: { zoomIn: string; zoomOut: string; map: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const first = useRef(names);
  useEffect(() => {
    if (box.current === null) return undefined;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: box.current,
        style: mapStyle(),
        center: SHANGHAI,
        zoom: 10.5,
        minZoom: 8,
        maxZoom: 18,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        locale: { "NavigationControl.ZoomIn": first.current.zoomIn, "NavigationControl.ZoomOut": first.current.zoomOut, "Map.Title": first.current.map },
      });
    } catch {
      // No WebGL on this machine: the page says so and works without the map.
      queueMicrotask(() => setFailed(true));
      return undefined;
    }
    made.addControl(new NavigationControl({ showCompass: false }), "bottom-left");
    made.on("load", () => {
      addPoints(made);
      setMap(made);
    });
    made.on("click", POINTS, (event: MapLayerMouseEvent) => {
      const id: unknown = event.features?.[0]?.properties.id;
      if (typeof id === "string") onOpen.current(id);
    });
    made.on("mouseenter", POINTS, () => (made.getCanvas().style.cursor = "pointer"));
    made.on("mouseleave", POINTS, () => (made.getCanvas().style.cursor = ""));
    return () => {
      setMap(null);
      made.remove();
    };
  }, [onOpen]);
  return { box, map, failed };
}

/** Where what waits is: one point a line, cinnabar for what is urgent or late. */
export default function DayMap({ lines, selected, covered, onOpen }: DayMapProps) {
  const { t } = useWords();
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  const { box, map, failed } = useMap(open, { zoomIn: t("map.zoomIn"), zoomOut: t("map.zoomOut"), map: t("map.label") });
  const district = useQuery(boundariesQuery("district", undefined)).data;
  const streets = useQuery(boundariesQuery("street", undefined)).data;
  useEffect(() => {
    const put = (name: string, data: typeof district): void => {
      const source = map?.getSource(name);
      if (source instanceof GeoJSONSource && data !== undefined) void source.setData(data);
    };
    put("district", district);
    put("street", streets);
  }, [map, district, streets]);
  useEffect(() => {
    const source = map?.getSource(POINTS);
    if (source instanceof GeoJSONSource) void source.setData(collection(lines, selected));
  }, [map, lines, selected]);
  const fitted = useRef(false);
  useEffect(() => {
    const area = streets === undefined || streets.features.length === 0 ? district : streets;
    const bounds = area === undefined ? undefined : boxOf(area);
    if (map === null || bounds === undefined || fitted.current) return;
    fitted.current = true;
    map.fitBounds(bounds, { padding: 24, animate: false });
  }, [map, streets, district]);
  const point = lines.find((line) => line.id === selected)?.point;
  const [lon, lat] = point ?? [];
  useEffect(() => {
    if (map === null || lon === undefined || lat === undefined || !covered) return;
    const room = map.getContainer().clientWidth - DRAWER > 160 ? DRAWER : 0;
    map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), 13.5), padding: { right: room, left: 0, top: 0, bottom: 0 }, duration: 300 });
  }, [map, lon, lat, covered]);
  const schematic = streets?.features.some((area) => area.properties.schematic) ?? false;
  return (
    <div className={styles.map} data-ready={map !== null} data-points={collection(lines, undefined).features.length}>
      {failed ? <p className={styles.failed}>{t("map.failed")}</p> : <div ref={box} className={styles.canvas} />}
      {schematic && !failed && (
        <span className={styles.schematic} title={t("map.schematicHint")}>
          {t("map.schematic")}
        </span>
      )}
    </div>
  );
}
