import "maplibre-gl/dist/maplibre-gl.css";
import { useQuery } from "@tanstack/react-query";
import type { FeatureCollection } from "geojson";
import { GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState, type RefObject } from "react";
import { boxOf, type Corner } from "@/features/fences/rings";
import { boundariesQuery } from "@/features/map/boundaries";
import { boxOf as boxOfAreas } from "@/features/map/geometry";
import styles from "@/features/map/map.module.css";
import { mapStyle } from "@/features/map/style";
import { colour } from "@/shared/design/tokens";
import { useWords } from "@/shared/i18n";

setWorkerUrl(workerUrl);

export interface FenceMapProps {
  /** Fences to be shown; the chosen one stands out. */
  shown: readonly { code: string; corners: readonly Corner[] }[];
  chosen?: string | undefined;
  /** What is being drawn. */
  drawn?: readonly Corner[];
  onCorner?: (corner: Corner) => void;
}

const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };
const FILL = { drawn: colour.cinnabar, chosen: colour.azurite, other: colour.ochre } as const;
type Role = keyof typeof FILL;

function shape(corners: readonly Corner[], role: Role): FeatureCollection["features"] {
  const points = corners.map((at) => [...at]);
  const [first] = points;
  const dots = role === "drawn" ? points.map((coordinates) => ({ type: "Feature" as const, properties: { role }, geometry: { type: "Point" as const, coordinates } })) : [];
  if (first === undefined || points.length < 2) return dots;
  const geometry = points.length === 2 ? { type: "LineString" as const, coordinates: points } : { type: "Polygon" as const, coordinates: [[...points, first]] };
  return [{ type: "Feature", properties: { role }, geometry }, ...dots];
}

function addLayers(map: MapLibre): void {
  const paint = ["match", ["get", "role"], "drawn", FILL.drawn, "chosen", FILL.chosen, FILL.other] as unknown as string;
  map.addSource("fences", { type: "geojson", data: NOTHING });
  map.addLayer({ id: "fences-fill", type: "fill", source: "fences", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": paint, "fill-opacity": 0.18 } });
  map.addLayer({ id: "fences-line", type: "line", source: "fences", filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": paint, "line-width": 2.5 } });
  map.addLayer({ id: "fences-dots", type: "circle", source: "fences", filter: ["==", ["geometry-type"], "Point"], paint: { "circle-color": paint, "circle-radius": 5, "circle-stroke-color": "#ffffff", "circle-stroke-width": 2 } });
}

function useMap(onCorner: RefObject<FenceMapProps["onCorner"]>, names: Record<string, string>) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const first = useRef(names);
  useEffect(() => {
    if (box.current === null) return undefined;
    let made: MapLibre;
    try {
      made = new MapLibre({ container: box.current, style: mapStyle(), center: [121.4, 31.24], zoom: 11, minZoom: 8, maxZoom: 18, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, locale: first.current });
    } catch {
      // No WebGL on this machine: the page says so.
      queueMicrotask(() => setFailed(true));
      return undefined;
    }
    made.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
    made.on("load", () => {
      addLayers(made);
      setMap(made);
    });
    made.on("click", ({ lngLat }) => onCorner.current?.([Number(lngLat.lng.toFixed(6)), Number(lngLat.lat.toFixed(6))]));
    return () => {
      setMap(null);
      made.remove();
    };
  }, [onCorner]);
  return { box, map, failed };
}

/** The district with its fences; where one draws, every click is a corner. */
export default function FenceMap({ shown, chosen, drawn = [], onCorner }: FenceMapProps) {
  const { t } = useWords();
  const corner = useRef(onCorner);
  useEffect(() => {
    corner.current = onCorner;
  });
  const { box, map, failed } = useMap(corner, { "NavigationControl.ZoomIn": t("map.zoomIn"), "NavigationControl.ZoomOut": t("map.zoomOut"), "Map.Title": t("map.label") });
  const district = useQuery(boundariesQuery("district", undefined)).data;
  const streets = useQuery(boundariesQuery("street", undefined)).data;
  useEffect(() => {
    for (const [level, data] of [["district", district], ["street", streets]] as const) {
      const source = map?.getSource(level);
      if (source instanceof GeoJSONSource && data !== undefined) void source.setData(data);
    }
  }, [map, district, streets]);
  useEffect(() => {
    const source = map?.getSource("fences");
    if (!(source instanceof GeoJSONSource)) return;
    const features = [...shown.flatMap((one) => shape(one.corners, one.code === chosen ? "chosen" : "other")), ...shape(drawn, "drawn")];
    void source.setData({ type: "FeatureCollection", features });
  }, [map, shown, chosen, drawn]);
  // Looks at the chosen fence, else at all of the district; what is being drawn moves nothing.
  const looked = useRef("");
  useEffect(() => {
    const one = shown.find(({ code }) => code === chosen);
    const area = streets === undefined || streets.features.length === 0 ? district : streets;
    const target = one === undefined ? (area === undefined ? null : boxOfAreas(area)) : boxOf(one.corners);
    const key = one === undefined ? "all" : one.code;
    if (map === null || target == null || looked.current === key) return;
    looked.current = key;
    map.fitBounds(target, { padding: 30, maxZoom: 15.5, animate: false });
  }, [map, shown, chosen, streets, district]);
  return (
    <div className={styles.map} data-picking={onCorner !== undefined} data-ready={map !== null}>
      {failed ? <p className={styles.failed}>{t("map.failed")}</p> : <div ref={box} className={styles.canvas} />}
    </div>
  );
}
