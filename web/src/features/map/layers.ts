import { keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import type { FeatureCollection, Point as PointShape } from "geojson";
import type { CircleLayerSpecification, DataDrivenPropertyValueSpecification, FilterSpecification, LayerSpecification, Map as MapLibre } from "maplibre-gl";
import { LABEL_FONT } from "@/features/map/style";
import { api, body } from "@/shared/api/client";

/** The layers whose points come by windows, or as counts; boundaries are the paper itself. */
export const LIVE = ["devices", "forces", "alarms", "cases"] as const;
export type Live = (typeof LIVE)[number];

export interface Window {
  west: number;
  south: number;
  east: number;
  north: number;
  zoom: number;
}

export type Found = FeatureCollection<PointShape, Record<string, unknown>> & { total: number };

export const layersQuery = queryOptions({
  queryKey: ["map", "layers"],
  queryFn: () => body(api.GET("/api/map/layers")),
  staleTime: Infinity,
});

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** What is in sight and a little beyond, so that a small move shows no bare edge. */
export function windowOf(map: MapLibre): Window {
  const box = map.getBounds();
  const [wide, high] = [(box.getEast() - box.getWest()) * 0.12, (box.getNorth() - box.getSouth()) * 0.12];
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return {
    west: round(clamp(box.getWest() - wide, 180)),
    south: round(clamp(box.getSouth() - high, 90)),
    east: round(clamp(box.getEast() + wide, 180)),
    north: round(clamp(box.getNorth() + high, 90)),
    zoom: Math.round(map.getZoom() * 100) / 100,
  };
}

async function fetched(layer: Live, window: Window): Promise<Found> {
  // The document leaves GeoJSON untyped; this is the one place that says what it holds.
  const query = { params: { query: window } };
  let content: unknown;
  if (layer === "cases") content = await body(api.GET("/api/map/cases", query));
  else if (layer === "devices") content = await body(api.GET("/api/map/devices", query));
  else if (layer === "alarms") content = await body(api.GET("/api/map/alarms", query));
  else content = await body(api.GET("/api/map/forces"));
  return content as Found;
}

/** A layer's points in a window, asked for anew every `seconds`. */
export function pointsQuery(layer: Live, window: Window | null, seconds: number) {
  return queryOptions({
    queryKey: ["map", layer, window],
    queryFn: window === null ? skipToken : () => fetched(layer, window),
    placeholderData: keepPreviousData,
    refetchInterval: seconds * 1000,
    gcTime: 30_000,
    retry: 1,
  });
}

export interface Paints {
  calm: string;
  late: string;
  urgent: string;
  device: string;
  fault: string;
  force: string;
  ring: string;
  text: string;
  scale: number;
}

const clustered: ["has", string] = ["has", "count"];
const alone: ["!", ["has", string]] = ["!", clustered];

/** Layers of one live source, from the bottom up. */
export function layersOf(layer: Live, paints: Paints): LayerSpecification[] {
  if (layer === "forces") return forces(paints);
  if (layer === "alarms") return alarms(paints);
  return layer === "cases" ? cases(paints) : devices(paints);
}

const number = (layer: Live, field: string, paints: Paints): LayerSpecification => ({
  id: `${layer}-number`,
  type: "symbol",
  source: layer,
  filter: ["has", field],
  layout: { "text-field": ["to-string", ["get", field]], "text-font": LABEL_FONT, "text-size": 12.5 * paints.scale, "text-allow-overlap": true },
  paint: { "text-color": paints.text },
});

type Paint = NonNullable<CircleLayerSpecification["paint"]>;

/** Discs of one kind of a layer, inside a ring. */
function discs(layer: Live, part: string, ring: { color: string; width: number }, paint: Paint, filter?: FilterSpecification): LayerSpecification {
  const whole = { ...paint, "circle-stroke-color": ring.color, "circle-stroke-width": ring.width };
  return { id: `${layer}-${part}`, type: "circle", source: layer, paint: whole, ...(filter !== undefined && { filter }) };
}

/** A radius that grows with how many stand in a cluster; stops are the logarithm of a count and pixels. */
function growing(scale: number, ...stops: [log: number, pixels: number][]): DataDrivenPropertyValueSpecification<number> {
  const flat = stops.flatMap(([log, pixels]) => [log, pixels * scale]);
  return ["interpolate", ["linear"], ["ln", ["get", "count"]], ...flat] as unknown as DataDrivenPropertyValueSpecification<number>;
}

function cases(paints: Paints): LayerSpecification[] {
  const { scale: s, ring: color } = paints;
  const urgent: ["==", ["get", string], boolean] = ["==", ["get", "urgent"], true];
  return [
    discs("cases", "cluster", { color, width: 1.5 }, {
      "circle-color": ["case", [">", ["get", "urgent"], 0], paints.urgent, [">", ["/", ["get", "overdue"], ["get", "count"]], 0.25], paints.late, paints.calm],
      "circle-opacity": 0.88,
      "circle-radius": growing(s, [0, 10], [3, 15], [7, 24], [12, 34]),
    }, clustered),
    number("cases", "count", paints),
    discs("cases", "halo", { color, width: 0 }, {
      "circle-color": paints.urgent,
      "circle-opacity": 0.35,
      "circle-radius": 16 * s,
      "circle-radius-transition": { duration: 700, delay: 0 },
    }, ["all", alone, urgent]),
    discs("cases", "point", { color, width: 1.6 }, {
      "circle-color": ["case", urgent, paints.urgent, ["==", ["get", "overdue"], true], paints.late, paints.calm],
      "circle-radius": ["case", urgent, 8.5 * s, 6 * s],
    }, alone),
  ];
}

function devices(paints: Paints): LayerSpecification[] {
  const { scale: s, ring, device } = paints;
  return [
    discs("devices", "cluster", { color: device, width: 1.5 }, { "circle-color": device, "circle-opacity": 0.3, "circle-radius": growing(s, [0, 9], [3, 14], [12, 30]) }, clustered),
    number("devices", "count", paints),
    discs("devices", "point", { color: ring, width: 1 }, { "circle-color": ["case", ["==", ["get", "status"], "online"], device, paints.fault], "circle-radius": 4.5 * s }, alone),
  ];
}

function alarms(paints: Paints): LayerSpecification[] {
  const { scale: s, ring: color } = paints;
  return [
    discs("alarms", "cluster", { color, width: 3 }, { "circle-color": ["case", [">", ["get", "red"], 0], paints.urgent, paints.late], "circle-radius": 15 * s }, clustered),
    number("alarms", "count", paints),
    {
      id: "alarms-point",
      type: "symbol",
      source: "alarms",
      filter: alone,
      layout: { "text-field": "▲", "text-font": LABEL_FONT, "text-size": 20 * s, "text-allow-overlap": true },
      paint: {
        "text-color": ["match", ["get", "severity"], "red", paints.urgent, "orange", paints.late, "yellow", paints.late, paints.calm],
        "text-opacity": ["case", ["==", ["get", "acknowledged"], true], 0.6, 1],
        "text-halo-color": color,
        "text-halo-width": 1.5,
      },
    },
  ];
}

function forces(paints: Paints): LayerSpecification[] {
  const ring = { color: paints.ring, width: 1.5 };
  return [discs("forces", "point", ring, { "circle-color": paints.force, "circle-radius": 12 * paints.scale }), number("forces", "signed_in", paints)];
}
