import "maplibre-gl/dist/maplibre-gl.css";
import { useQuery } from "@tanstack/react-query";
import { GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl, type DataDrivenPropertyValueSpecification, type MapGeoJSONFeature } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import { useBasemap } from "@/features/map/basemap";
import { boundariesQuery } from "@/features/map/boundaries";
import { areaAt, boxOf, type Areas, type Point } from "@/features/map/geometry";
import { layersOf, LIVE, pointsQuery, windowOf, type Live, type Paints, type Window } from "@/features/map/layers";
import styles from "@/features/map/map.module.css";
import { DAY, GRIDS_FROM, mapStyle, NEIGHBOURHOODS_FROM, NIGHT, type Level } from "@/features/map/style";
import { colour, dark } from "@/shared/design/tokens";
import { useWords } from "@/shared/i18n";

setWorkerUrl(workerUrl);

export interface LiveMapProps {
  night?: boolean;
  /** Which live layers are drawn. */
  shown: readonly Live[];
  /** Seconds between two looks at the points. */
  every?: number;
  /** Where to look, with what zoom; a new object moves the map. */
  focus?: { point: Point; zoom: number } | null;
  onPick?: (layer: Live, id: string) => void;
  /** Streets by their id in colours of their own, such as those of a sign's levels. */
  areas?: ReadonlyMap<string, string> | undefined;
}

const SHANGHAI: Point = [121.4, 31.24];
const BLINK = 800;

const DAY_PAINTS: Paints = {
  calm: colour.azurite, late: colour.ochre, urgent: colour.cinnabar, device: colour.malachite, fault: colour.stone, force: "#5b4b8a",
  ring: "#ffffff", text: "#ffffff", scale: 1,
};
const NIGHT_PAINTS: Paints = {
  calm: "#3f8fd6", late: "#d99a2f", urgent: "#f05545", device: dark.malachite, fault: dark.stone, force: "#8b79d1",
  ring: "#e8f1f8", text: "#ffffff", scale: 1.35,
};

/** Makes the map once with its live layers, and tells when and where it looks. */
function useLiveMap(night: boolean, names: { map: string; zoomIn: string; zoomOut: string }, onPick: React.RefObject<LiveMapProps["onPick"]>) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState(false);
  const [window, setWindow] = useState<Window | null>(null);
  const first = useRef(names);
  useEffect(() => {
    if (box.current === null) return undefined;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: box.current, style: mapStyle(night ? NIGHT : DAY), center: [...SHANGHAI], zoom: 11, minZoom: 8, maxZoom: 18,
        attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0,
        locale: {
          "Map.Title": first.current.map,
          "NavigationControl.ZoomIn": first.current.zoomIn,
          "NavigationControl.ZoomOut": first.current.zoomOut,
        },
      });
    } catch {
      queueMicrotask(() => setFailed(true));
      return undefined;
    }
    // On the wall nobody has a mouse in hand.
    if (!night) made.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
    made.on("load", () => {
      for (const layer of LIVE) {
        made.addSource(layer, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
        for (const drawn of layersOf(layer, night ? NIGHT_PAINTS : DAY_PAINTS)) made.addLayer(drawn);
      }
      setMap(made);
      setWindow(windowOf(made));
    });
    made.on("moveend", () => setWindow(windowOf(made)));
    made.on("click", (event) => {
      const there = made.queryRenderedFeatures(event.point).find((one) => LIVE.some((layer) => layer === one.source));
      if (there !== undefined) pressed(made, there, onPick.current);
    });
    return () => {
      setMap(null);
      made.remove();
    };
  }, [night, onPick]);
  return { box, map, failed, window };
}

/** A cluster opens by looking closer; a single thing is picked. */
function pressed(map: MapLibre, feature: MapGeoJSONFeature, pick: LiveMapProps["onPick"]): void {
  const { count, id } = feature.properties as { count?: number; id?: string };
  if (count !== undefined && feature.geometry.type === "Point") {
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    map.easeTo({ center: [lon, lat], zoom: Math.min(map.getZoom() + 2, 18), duration: 500 });
  } else if (id !== undefined) pick?.(feature.source as Live, id);
}

function useAreas(map: MapLibre | null, level: Level, within: string | undefined): Areas | undefined {
  const { data } = useQuery(boundariesQuery(level, within));
  useEffect(() => {
    const source = map?.getSource(level);
    if (source instanceof GeoJSONSource && data !== undefined) void source.setData(data);
  }, [map, level, data]);
  return data;
}

function usePoints(map: MapLibre | null, layer: Live, window: Window | null, shown: boolean, every: number): number {
  const { data } = useQuery(pointsQuery(layer, shown ? window : null, every));
  useEffect(() => {
    const source = map?.getSource(layer);
    if (!(source instanceof GeoJSONSource)) return;
    void source.setData(shown && data !== undefined ? data : { type: "FeatureCollection", features: [] });
  }, [map, layer, data, shown]);
  return shown ? (data?.total ?? 0) : 0;
}

type Fill = DataDrivenPropertyValueSpecification<string>;

/** Paints streets in colours of their own; without any the paper's come back. */
function useAreaPaint(map: MapLibre | null, areas: ReadonlyMap<string, string> | undefined): void {
  const paper = useRef<Fill | undefined>(undefined);
  useEffect(() => {
    if (map === null) return;
    paper.current ??= map.getPaintProperty("street-fill", "fill-color") as Fill;
    // So many pairs are more than the type of an expression can count.
    const own = areas === undefined || areas.size === 0 ? paper.current : (["match", ["get", "id"], ...[...areas].flat(), "rgba(0,0,0,0)"] as unknown as Fill);
    map.setPaintProperty("street-fill", "fill-color", own);
  }, [map, areas]);
}

function useBlink(map: MapLibre | null, scale: number): void {
  useEffect(() => {
    if (map === null || matchMedia("(prefers-reduced-motion: reduce)").matches) return undefined;
    let large = false;
    const timer = setInterval(() => {
      large = !large;
      map.setPaintProperty("cases-halo", "circle-radius", (large ? 24 : 13) * scale);
    }, BLINK);
    return () => clearInterval(timer);
  }, [map, scale]);
}

/** Shows the whole district once, or all that is known where there is more than one. */
function useFit(map: MapLibre | null, district: Areas | undefined, streets: Areas | undefined): void {
  const fitted = useRef(false);
  useEffect(() => {
    const area = district?.features.length === 1 ? district : streets;
    const bounds = area === undefined ? undefined : boxOf(area);
    if (map === null || bounds === undefined || fitted.current) return undefined;
    fitted.current = true;
    map.fitBounds(bounds, { padding: 24, animate: false });
    // A map that was made wider or narrower shows the whole again, unless somebody has moved it.
    let own = false;
    const moved = (event: { originalEvent?: unknown }): void => {
      own ||= event.originalEvent !== undefined;
    };
    const resized = (): void => {
      if (!own) map.fitBounds(bounds, { padding: 24, animate: false });
    };
    map.on("movestart", moved);
    map.on("resize", resized);
    return () => {
      fitted.current = false;
      map.off("movestart", moved);
      map.off("resize", resized);
    };
  }, [map, district, streets]);
}

/** The finer boundaries of the street in the middle, once one looks close enough. */
function useFiner(map: MapLibre | null, streets: Areas | undefined, window: Window | null): void {
  const zoom = window?.zoom ?? 0;
  const centre: Point | null = window === null ? null : [(window.west + window.east) / 2, (window.south + window.north) / 2];
  const viewed = centre === null || zoom < NEIGHBOURHOODS_FROM ? undefined : areaAt(streets, centre)?.properties.id;
  useAreas(map, "neighbourhood", viewed);
  useAreas(map, "grid", zoom >= GRIDS_FROM ? viewed : undefined);
}

/** The city as it is now: boundaries, cases, devices and who is on duty; many points come as clusters of the server. */
export default function LiveMap({ night = false, shown, every = 5, focus = null, onPick, areas }: LiveMapProps) {
  const { t } = useWords();
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  const { box, map, failed, window } = useLiveMap(night, { map: t("map.label"), zoomIn: t("map.zoomIn"), zoomOut: t("map.zoomOut") }, pick);
  const district = useAreas(map, "district", undefined);
  const streets = useAreas(map, "street", undefined);
  useFiner(map, streets, window);
  const cases = usePoints(map, "cases", window, shown.includes("cases"), every);
  const devices = usePoints(map, "devices", window, shown.includes("devices"), Math.max(every, 15));
  usePoints(map, "alarms", window, shown.includes("alarms"), every);
  usePoints(map, "forces", window, shown.includes("forces"), Math.max(every, 30));
  const attribution = useBasemap(map, night);
  useAreaPaint(map, areas);
  useBlink(map, night ? NIGHT_PAINTS.scale : DAY_PAINTS.scale);

  useFit(map, district, streets);

  useEffect(() => {
    if (focus !== null) map?.easeTo({ center: [...focus.point], zoom: Math.max(map.getZoom(), focus.zoom), duration: 900 });
  }, [map, focus]);

  const schematic = streets?.features.some((area) => area.properties.schematic) ?? false;
  return (
    <div className={styles.map} data-night={night} data-ready={map !== null} data-cases={cases} data-devices={devices}>
      {failed ? <p className={styles.failed}>{t("map.failed")}</p> : <div ref={box} className={styles.canvas} />}
      {schematic && !failed && (
        <span className={styles.schematic} title={t("map.schematicHint")}>
          {t("map.schematic")}
        </span>
      )}
      {attribution !== "" && <small className={styles.attribution}>{attribution}</small>}
    </div>
  );
}
