import type { FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { colour, dark } from "@/shared/design/tokens";

/** Boundary levels from the outside in; each has a source of its own name. */
export const LEVELS = ["district", "street", "neighbourhood", "grid"] as const;
export type Level = (typeof LEVELS)[number];

/** From these zooms on, the finer levels are asked for and drawn. */
export const NEIGHBOURHOODS_FROM = 12.6;
export const GRIDS_FROM = 14.6;

export const LABEL_FONT = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"];
const EMPTY = { type: "FeatureCollection" as const, features: [] };
const NOTHING: FilterSpecification = ["==", ["get", "id"], ""];

/** How the map's paper is coloured: the desk's by day, the wall's at night. */
export interface Look {
  outside: string;
  inside: string;
  streets: readonly [string, string, string, string];
  here: string;
  lines: Record<Level, string>;
  hereLine: string;
  names: string;
  fineNames: string;
  halo: string;
  /** How much larger than on a desk the names are. */
  scale: number;
}

export const DAY: Look = {
  outside: "#dde4ea",
  inside: "#f8fafb",
  streets: ["#eef3f1", "#f1efe9", "#ebf0f5", "#f0f0f4"],
  here: "#ffffff",
  lines: { grid: "#d5dee6", neighbourhood: "#aebfce", street: "#8ba5bb", district: "#5f7f9b" },
  hereLine: colour.azurite,
  names: colour.ink,
  fineNames: "#5d6b78",
  halo: "#ffffff",
  scale: 1,
};

export const NIGHT: Look = {
  outside: dark.paper,
  inside: "#0b1926",
  streets: ["#14304a", "#173447", "#112b44", "#182f4e"],
  here: "#1b3a54",
  lines: { grid: "#1f3a52", neighbourhood: "#2c4d67", street: "#4677a0", district: "#46708f" },
  hereLine: dark.azurite,
  names: "#c7d8e6",
  fineNames: "#8ea6b9",
  halo: "#0a1a28",
  scale: 1.4,
};

const line = (id: Level, look: Look, width: number, minzoom = 0, dash?: number[]): LayerSpecification => ({
  id: `${id}-line`,
  type: "line",
  source: id,
  minzoom,
  layout: { "line-join": "round" },
  paint: { "line-color": look.lines[id], "line-width": width, ...(dash === undefined ? {} : { "line-dasharray": dash }) },
});

// Glyphs are drawn in the browser from the fonts of the machine, so the style names no glyph server.
const label = (id: Level, look: Look, size: number, color: string, minzoom: number, maxzoom: number): LayerSpecification => ({
  id: `${id}-label`,
  type: "symbol",
  source: id,
  minzoom,
  maxzoom,
  layout: {
    "text-field": ["get", "name"],
    "text-font": LABEL_FONT,
    "text-size": size * look.scale,
    "text-max-width": 7,
    "text-padding": 4,
  },
  paint: { "text-color": color, "text-halo-color": look.halo, "text-halo-width": 1.6 },
});

export function mapStyle(look: Look = DAY): StyleSpecification {
  const [first, second, third, fourth] = look.streets;
  return {
    version: 8,
    sources: Object.fromEntries(LEVELS.map((level) => [level, { type: "geojson", data: EMPTY }])),
    layers: [
      { id: "paper", type: "background", paint: { "background-color": look.outside } },
      { id: "district-fill", type: "fill", source: "district", paint: { "fill-color": look.inside } },
      {
        id: "street-fill",
        type: "fill",
        source: "street",
        paint: { "fill-color": ["match", ["%", ["to-number", ["slice", ["get", "code"], 6, 9], 0], 4], 0, first, 1, second, 2, third, fourth] },
      },
      { id: "here-fill", type: "fill", source: "street", filter: NOTHING, paint: { "fill-color": look.here } },
      line("grid", look, 0.7, GRIDS_FROM),
      line("neighbourhood", look, 1, NEIGHBOURHOODS_FROM, [3, 2]),
      line("street", look, 1.3),
      { id: "here-line", type: "line", source: "street", filter: NOTHING, paint: { "line-color": look.hereLine, "line-width": 2 } },
      line("district", look, 2.2),
      label("neighbourhood", look, 11, look.fineNames, 13.6, 24),
      label("street", look, 12.5, look.names, 9, 13.6),
    ],
  };
}

/** The filter that lights up one street. */
export function only(id: string | undefined): FilterSpecification {
  return id === undefined ? NOTHING : ["==", ["get", "id"], id];
}
