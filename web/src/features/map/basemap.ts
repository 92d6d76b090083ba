import { useQuery } from "@tanstack/react-query";
import type { LayerSpecification, Map as MapLibre } from "maplibre-gl";
import { useEffect } from "react";
import { layersQuery } from "@/features/map/layers";

const SOURCE = "basemap";
const BELOW = "district-fill";

/** What layers of vector tiles are called, by the common makers, and how each is drawn by day and at night. */
const DRAWN: readonly { names: RegExp; as: "fill" | "line"; day: string; night: string }[] = [
  { names: /^(earth|land)$/, as: "fill", day: "#f4f5f2", night: "#0b1926" },
  { names: /^(landuse|landcover|park|natural)$/, as: "fill", day: "#e6efe2", night: "#0f241f" },
  { names: /^(water|ocean)$/, as: "fill", day: "#cfe2ee", night: "#0d2a42" },
  { names: /^(waterway|rivers?)$/, as: "line", day: "#cfe2ee", night: "#0d2a42" },
  { names: /^buildings?$/, as: "fill", day: "#e3e1dc", night: "#16293a" },
  { names: /^(roads?|transportation|transit)$/, as: "line", day: "#c9ced3", night: "#2a4257" },
];

/** Layers of the vector tiles that are known by name, from the bottom up. */
export function vectorLayers(names: readonly string[], night: boolean): LayerSpecification[] {
  return DRAWN.flatMap(({ names: known, as, day, night: dark }) =>
    names
      .filter((name) => known.test(name))
      .map((name): LayerSpecification => {
        const layer = { id: `${SOURCE}-${name}`, source: SOURCE, "source-layer": name };
        const color = night ? dark : day;
        return as === "fill" ? { ...layer, type: "fill", paint: { "fill-color": color } } : { ...layer, type: "line", paint: { "line-color": color, "line-width": ["interpolate", ["linear"], ["zoom"], 10, 0.4, 16, 4] } };
      }),
  );
}

/** Tiles of one's own beneath everything, where the platform has some: pictures or vectors. Returns whose they are. */
export function useBasemap(map: MapLibre | null, night: boolean): string {
  const { data } = useQuery(layersQuery);
  const basemap = data?.basemap;
  useEffect(() => {
    if (map === null || !basemap || map.getSource(SOURCE) !== undefined) return;
    const url = basemap.url.startsWith("/") ? `${location.origin}${basemap.url}` : basemap.url;
    const zooms = { minzoom: basemap.min_zoom, maxzoom: basemap.max_zoom };
    if (basemap.vector.length > 0) {
      map.addSource(SOURCE, { type: "vector", tiles: [url], ...zooms });
      for (const layer of vectorLayers(basemap.vector, night)) map.addLayer(layer, BELOW);
    } else {
      map.addSource(SOURCE, { type: "raster", tiles: [url], tileSize: basemap.tile_size, ...zooms });
      map.addLayer({ id: SOURCE, type: "raster", source: SOURCE }, BELOW);
    }
    for (const fill of ["district-fill", "street-fill", "here-fill"]) map.setPaintProperty(fill, "fill-opacity", 0.12);
  }, [map, basemap, night]);
  return basemap?.attribution ?? "";
}
