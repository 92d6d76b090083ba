import { Map as MapLibre, Marker, NavigationControl, setWorkerUrl, type GeoJSONSourceSpecification, type StyleSpecification } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import { colour } from "@/shared/design/tokens";
import type { Spot } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import { lightWords } from "@/shared/light/words";

setWorkerUrl(workerUrl);
const CENTRE: [number, number] = [121.4, 31.24];
export type Ground = Extract<GeoJSONSourceSpecification["data"], object>;

const STYLE: StyleSpecification = {
  version: 8,
  sources: { street: { type: "geojson", data: { type: "FeatureCollection", features: [] } } },
  layers: [
    { id: "ground", type: "background", paint: { "background-color": "#eef1f4" } },
    { id: "street", type: "fill", source: "street", paint: { "fill-color": "#ffffff", "fill-opacity": 0.9 } },
    { id: "line", type: "line", source: "street", paint: { "line-color": "#8aa0b5", "line-width": 1.2 } },
  ],
};

interface LightMapProps {
  spot: Spot | null;
  onSpot: (spot: Spot) => void;
  /** Reads the boundaries that are drawn: different routes for staff and for residents. */
  ground: () => Promise<Ground>;
}

/** A map with one pin to put and to drag. */
export default function LightMap({ spot, onSpot, ground }: LightMapProps) {
  const { t } = useLight(lightWords);
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const calls = useRef({ onSpot, ground, start: spot, marker: null as Marker | null });
  useEffect(() => {
    calls.current.onSpot = onSpot;
  });
  useEffect(() => {
    if (box.current === null) return undefined;
    const { start } = calls.current;
    let map: MapLibre;
    try {
      map = new MapLibre({
        container: box.current,
        style: STYLE,
        center: start === null ? CENTRE : [start.lon, start.lat],
        zoom: start === null ? 11.5 : 15,
        minZoom: 8,
        maxZoom: 18,
        attributionControl: false,
        dragRotate: false,
        touchPitch: false,
      });
    } catch {
      // No WebGL: the page says so and works without the map.
      queueMicrotask(() => setFailed(true));
      return undefined;
    }
    map.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
    const marker = new Marker({ draggable: true, color: colour.cinnabar });
    if (start !== null) marker.setLngLat([start.lon, start.lat]).addTo(map);
    const told = (): void => {
      const { lng, lat } = marker.getLngLat();
      calls.current.onSpot({ lon: lng, lat });
    };
    marker.on("dragend", told);
    map.on("click", ({ lngLat }) => {
      marker.setLngLat(lngLat).addTo(map);
      told();
    });
    map.on("load", () => {
      box.current?.setAttribute("data-ready", "true");
      calls.current.ground().then(
        (data) => {
          const source = map.getSource("street");
          if (source !== undefined && "setData" in source) (source as unknown as { setData: (data: Ground) => void }).setData(data);
        },
        () => undefined,
      );
    });
    calls.current.marker = marker;
    return () => map.remove();
  }, []);
  return (
    <div className="l-map">
      {failed ? <p className="l-state">{t("place.failed")}</p> : <div ref={box} />}
      {!failed && <span className="l-schematic">{t("place.schematic")}</span>}
    </div>
  );
}
