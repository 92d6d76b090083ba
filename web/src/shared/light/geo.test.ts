import { describe, expect, it } from "vitest";
import { far, metres, toGcj02, wayTo } from "@/shared/light/geo";

describe("places on a phone", () => {
  it("shifts to GCJ-02 as the reference does", () => {
    // The server's own conversion (yiwang.places.convert), turned round.
    const { lon, lat } = toGcj02({ lon: 121.4, lat: 31.24 });
    expect(lon).toBeCloseTo(121.404652, 4);
    expect(lat).toBeCloseTo(31.238169, 4);
  });

  it("measures and tells distances", () => {
    const a = { lon: 121.4, lat: 31.24 };
    expect(metres(a, { lon: 121.4, lat: 31.241 })).toBeCloseTo(111.2, 0);
    expect(far(83)).toBe("80 m");
    expect(far(1234)).toBe("1.2 km");
  });

  it("hands over in GCJ-02 and says so", () => {
    const url = new URL(wayTo({ lon: 121.4, lat: 31.24 }, "曹杨路 1 号"));
    expect(url.searchParams.get("coordinate")).toBe("gaode");
    expect(url.searchParams.get("to")).toMatch(/^121\.404\d+,31\.238\d+,曹杨路 1 号$/);
  });
});
