import type { FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { colour } from "@/shared/design/tokens";

/** Boundary levels from the outside in; each has a source of its own name. */
export const LEVELS = ["district", "street", "neighbourhood", "grid"] as const;
export type Level = (typeof LEVELS)[number];

/** From these zooms on, the finer levels are asked for and drawn. */
export const NEIGHBOURHOODS_FROM = 12.6;
export const GRIDS_FROM = 14.6;

const EMPTY = { type: "FeatureCollection" as const, features: [] };
const NOTHING: FilterSpecification = ["==", ["get", "id"], ""];

const line = (id: Level, color: string, width: number, minzoom = 0, dash?: number[]): LayerSpecification => ({
  id: `${id}-line`,
  type: "line",
  source: id,
  minzoom,
  layout: { "line-join": "round" },
  paint: { "line-color": color, "line-width": width, ...(dash === undefined ? {} : { "line-dasharray": dash }) },
});

// Glyphs are drawn in the browser from the fonts of the machine, so the style names no glyph server.
const label = (id: Level, size: number, color: string, minzoom: number, maxzoom: number): LayerSpecification => ({
  id: `${id}-label`,
  type: "symbol",
  source: id,
  minzoom,
  maxzoom,
  layout: {
    "text-field": ["get", "name"],
    "text-font": ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"],
    "text-size": size,
    "text-max-width": 7,
    "text-padding": 4,
  },
  paint: { "text-color": color, "text-halo-color": "#ffffff", "text-halo-width": 1.6 },
});

export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(LEVELS.map((level) => [level, { type: "geojson", data: EMPTY }])),
    layers: [
      { id: "paper", type: "background", paint: { "background-color": "#dde4ea" } },
      { id: "district-fill", type: "fill", source: "district", paint: { "fill-color": "#f8fafb" } },
      {
        id: "street-fill",
        type: "fill",
        source: "street",
        paint: { "fill-color": ["match", ["%", ["to-number", ["slice", ["get", "code"], 6, 9], 0], 4], 0, "#eef3f1", 1, "#f1efe9", 2, "#ebf0f5", "#f0f0f4"] },
      },
      { id: "here-fill", type: "fill", source: "street", filter: NOTHING, paint: { "fill-color": "#ffffff" } },
      line("grid", "#d5dee6", 0.7, GRIDS_FROM),
      line("neighbourhood", "#aebfce", 1, NEIGHBOURHOODS_FROM, [3, 2]),
      line("street", "#8ba5bb", 1.3),
      { id: "here-line", type: "line", source: "street", filter: NOTHING, paint: { "line-color": colour.azurite, "line-width": 2 } },
      line("district", "#5f7f9b", 2.2),
      label("neighbourhood", 11, "#5d6b78", 13.6, 24),
      label("street", 12.5, colour.ink, 9, 13.6),
    ],
  };
}

/** The filter that lights up one street. */
export function only(id: string | undefined): FilterSpecification {
  return id === undefined ? NOTHING : ["==", ["get", "id"], id];
}
