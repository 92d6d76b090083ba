/** Places on a phone: where one is, how far something is, and the shift that China's own maps expect. */
export interface Spot {
  lon: number;
  lat: number;
}

export interface Fix extends Spot {
  /** Metres. */
  accuracy: number;
}

/** Where the phone is, WGS-84; null when it does not say so within some seconds. */
export function whereAmI(seconds = 8): Promise<Fix | null> {
  return new Promise((resolve) => {
    if (!("geolocation" in navigator)) {
      resolve(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: seconds * 1000, maximumAge: 30_000 },
    );
  });
}

const EARTH = 6_371_000;

/** Metres between two places. */
export function metres(a: Spot, b: Spot): number {
  const rad = Math.PI / 180;
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  const y = (b.lat - a.lat) * rad;
  return Math.hypot(x, y) * EARTH;
}

/** 80 m, 1.2 km. */
export function far(distance: number): string {
  return distance < 950 ? `${Math.round(distance / 10) * 10} m` : `${(distance / 1000).toFixed(1)} km`;
}

const AXIS = 6_378_245;
const FLAT = 0.006_693_421_622_965_943;

function wave(x: number): number {
  return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
}

/** WGS-84 to GCJ-02, as the maps of phones in China expect it (the published formula; good to a few metres). */
export function toGcj02({ lon, lat }: Spot): Spot {
  const x = lon - 105;
  const y = lat - 35;
  const root = Math.sqrt(Math.abs(x));
  const dy = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  const dx = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const rad = (lat / 180) * Math.PI;
  const magic = 1 - FLAT * Math.sin(rad) ** 2;
  const bend = Math.sqrt(magic);
  return {
    lon: lon + (dx * 180) / ((AXIS / bend) * Math.cos(rad) * Math.PI),
    lat: lat + (dy * 180) / (((AXIS * (1 - FLAT)) / (magic * bend)) * Math.PI),
  };
}

/** The address that hands a place over to the phone's own map, which finds the way. */
export function wayTo(spot: Spot, name: string): string {
  const { lon, lat } = toGcj02(spot);
  const asked = new URLSearchParams({ to: `${lon.toFixed(6)},${lat.toFixed(6)},${name}`, mode: "walk", coordinate: "gaode", callnative: "1", src: "yiwang" });
  return `https://uri.amap.com/navigation?${asked.toString()}`;
}
