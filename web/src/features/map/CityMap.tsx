import "maplibre-gl/dist/maplibre-gl.css";
import { useQuery } from "@tanstack/react-query";
import { GeoJSONSource, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useMemo, useRef, useState } from "react";
import { boundariesQuery } from "@/features/map/boundaries";
import { areaAt, boxOf, type Areas, type Point } from "@/features/map/geometry";
import styles from "@/features/map/map.module.css";
import { GRIDS_FROM, mapStyle, NEIGHBOURHOODS_FROM, only, type Level } from "@/features/map/style";
import { colour } from "@/shared/design/tokens";
import { useWords } from "@/shared/i18n";

setWorkerUrl(workerUrl);

export interface CityMapProps {
  /** Where the mark stands, longitude and latitude in CGCS2000. */
  point: Point | null;
  /** The mark in cinnabar instead of azurite. */
  alarming?: boolean;
  onPick?: (point: Point) => void;
  /** A way somebody went, drawn as a line from its first point to its last. */
  track?: readonly Point[];
}

interface View {
  center: Point;
  zoom: number;
}

const SHANGHAI: Point = [121.4, 31.24];

function pin(alarming: boolean, name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = `${styles.pin ?? ""} ${alarming ? (styles.alarming ?? "") : ""}`;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", name);
  element.innerHTML =
    '<svg viewBox="0 0 28 36" width="28" height="36"><path d="M14 35C10 28 2 22 2 13.5a12 12 0 0 1 24 0C26 22 18 28 14 35Z" fill="currentColor" stroke="#fff" stroke-width="2"/><circle cx="14" cy="13.5" r="4.6" fill="#fff"/></svg>';
  return element;
}

/** Makes the map once, and tells where it looks. */
function useMap(start: Point | null, onPick: React.RefObject<CityMapProps["onPick"]>, names: { zoomIn: string; zoomOut: string; map: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const [view, setView] = useState<View>({ center: start ?? SHANGHAI, zoom: start === null ? 10.5 : 14.7 });
  const first = useRef({ view, names });
  useEffect(() => {
    if (box.current === null) return undefined;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: box.current,
        style: mapStyle(),
        center: [...first.current.view.center],
        zoom: first.current.view.zoom,
        minZoom: 8,
        maxZoom: 18,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        cooperativeGestures: false,
        locale: {
          "NavigationControl.ZoomIn": first.current.names.zoomIn,
          "NavigationControl.ZoomOut": first.current.names.zoomOut,
          "Map.Title": first.current.names.map,
        },
      });
    } catch {
      // No WebGL on this machine: the page says so and works without the map.
      queueMicrotask(() => setFailed(true));
      return undefined;
    }
    made.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
    made.on("load", () => setMap(made));
    made.on("moveend", () => {
      const { lng, lat } = made.getCenter();
      setView({ center: [lng, lat], zoom: made.getZoom() });
    });
    made.on("click", ({ lngLat }) => onPick.current?.([lngLat.lng, lngLat.lat]));
    return () => {
      setMap(null);
      made.remove();
    };
  }, [onPick]);
  return { box, map, failed, view };
}

function useAreas(map: MapLibre | null, level: Level, within: string | undefined): Areas | undefined {
  const { data } = useQuery(boundariesQuery(level, within));
  useEffect(() => {
    const source = map?.getSource(level);
    if (source instanceof GeoJSONSource && data !== undefined) void source.setData(data);
  }, [map, level, data]);
  return data;
}

/** Draws a track with where it begins and ends, and looks at all of it. */
function useTrack(map: MapLibre | null, track: readonly Point[] | undefined): void {
  useEffect(() => {
    const [first, last] = [track?.[0], track?.at(-1)];
    if (map === null || track === undefined || first === undefined || last === undefined) return;
    const dot = (end: string, at: Point) => ({ type: "Feature" as const, geometry: { type: "Point" as const, coordinates: [...at] }, properties: { end } });
    const line = { type: "Feature" as const, geometry: { type: "LineString" as const, coordinates: track.map((at) => [...at]) }, properties: {} };
    const data = { type: "FeatureCollection" as const, features: [line, dot("first", first), dot("last", last)] };
    const known = map.getSource("track");
    if (known instanceof GeoJSONSource) void known.setData(data);
    else {
      map.addSource("track", { type: "geojson", data });
      map.addLayer({ id: "track-line", type: "line", source: "track", filter: ["==", ["geometry-type"], "LineString"], layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": colour.azurite, "line-width": 4 } });
      map.addLayer({
        id: "track-ends", type: "circle", source: "track", filter: ["==", ["geometry-type"], "Point"],
        paint: { "circle-color": ["match", ["get", "end"], "first", colour.malachite, colour.cinnabar], "circle-radius": 7, "circle-stroke-color": "#ffffff", "circle-stroke-width": 2 },
      });
    }
    const [lons, lats] = [track.map(([lon]) => lon), track.map(([, lat]) => lat)];
    map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], { padding: 48, maxZoom: 16, animate: false });
  }, [map, track]);
}

/** The district on paper: boundaries of four levels and one mark. Nothing is fetched from another host. */
export default function CityMap({ point, alarming = false, onPick, track }: CityMapProps) {
  const { t } = useWords();
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  const { box, map, failed, view } = useMap(point, pick, { zoomIn: t("map.zoomIn"), zoomOut: t("map.zoomOut"), map: t("map.label") });
  const district = useAreas(map, "district", undefined);
  const streets = useAreas(map, "street", undefined);
  const looked = point ?? (view.zoom >= NEIGHBOURHOODS_FROM ? view.center : null);
  const street = useMemo(() => (looked === null ? undefined : areaAt(streets, looked)), [streets, looked]);
  const viewed = useMemo(() => areaAt(streets, view.center) ?? street, [streets, view.center, street]);
  useAreas(map, "neighbourhood", view.zoom >= NEIGHBOURHOODS_FROM ? viewed?.properties.id : undefined);
  useAreas(map, "grid", view.zoom >= GRIDS_FROM ? viewed?.properties.id : undefined);

  useEffect(() => {
    map?.setFilter("here-fill", only(street?.properties.id));
    map?.setFilter("here-line", only(street?.properties.id));
  }, [map, street]);

  useTrack(map, track);
  const fitted = useRef(track !== undefined);
  useEffect(() => {
    const area = streets === undefined || streets.features.length === 0 ? district : streets;
    if (map === null || point !== null || area === undefined || fitted.current) return;
    const bounds = boxOf(area);
    if (bounds === undefined) return;
    fitted.current = true;
    map.fitBounds(bounds, { padding: 16, animate: false });
  }, [map, point, streets, district]);

  const [lon, lat] = point ?? [];
  useEffect(() => {
    if (map === null || lon === undefined || lat === undefined) return undefined;
    const marker = new Marker({ element: pin(alarming, t("map.caseHere")), anchor: "bottom" }).setLngLat([lon, lat]).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, lon, lat, alarming, t]);

  const schematic = streets?.features.some((area) => area.properties.schematic) ?? false;
  return (
    <div className={styles.map} data-picking={onPick !== undefined} data-ready={map !== null}>
      {failed ? <p className={styles.failed}>{t("map.failed")}</p> : <div ref={box} className={styles.canvas} />}
      {schematic && !failed && (
        <span className={styles.schematic} title={t("map.schematicHint")}>
          {t("map.schematic")}
        </span>
      )}
    </div>
  );
}
