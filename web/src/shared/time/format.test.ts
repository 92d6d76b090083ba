import { describe, expect, it } from "vitest";
import { day, dayEnd, dayStart, exact, remaining, short, span } from "@/shared/time/format";

describe("times are shown in Shanghai", () => {
  it("crosses the day line", () => {
    expect(day("2026-11-15T16:00:00Z")).toBe("2026-11-16");
    expect(exact("2026-11-15T16:05:09Z")).toBe("2026-11-16 00:05:09");
  });

  it("shortens by how far away the moment is", () => {
    const now = new Date("2026-11-16T02:00:00Z");
    expect(short("2026-11-16T01:05:00Z", now)).toBe("09:05");
    expect(short("2026-11-14T01:05:00Z", now)).toBe("11-14 09:05");
    expect(short("2025-11-14T01:05:00Z", now)).toBe("2025-11-14 09:05");
  });

  it("turns days into a half-open range of UTC moments", () => {
    expect(dayStart("2026-11-16")).toBe("2026-11-15T16:00:00.000Z");
    expect(dayEnd("2026-11-16")).toBe("2026-11-16T16:00:00.000Z");
  });
});

describe("remaining time", () => {
  const now = new Date("2026-11-16T02:00:00Z");

  it("counts down, warns, then counts up", () => {
    expect(remaining("2026-11-16T05:00:00Z", now)).toEqual({ minutes: 180, urgency: "calm" });
    expect(remaining("2026-11-16T02:10:00Z", now)).toEqual({ minutes: 10, urgency: "soon" });
    expect(remaining("2026-11-16T01:58:30Z", now)).toEqual({ minutes: -2, urgency: "over" });
  });

  it("warns inside the last fifth of a long span, at most four hours", () => {
    expect(remaining("2026-11-16T05:00:00Z", now, "2026-11-15T09:00:00Z").urgency).toBe("soon");
    expect(remaining("2026-11-16T07:00:00Z", now, "2026-11-10T09:00:00Z").urgency).toBe("calm");
  });
});

describe("a length of time", () => {
  it("uses at most two units", () => {
    expect(span(4 * 1440 + 185, "zh")).toBe("4天3小时");
    expect(span(125, "zh")).toBe("2小时5分");
    expect(span(-12, "zh")).toBe("12分");
    expect(span(0, "zh")).toBe("0分");
    expect(span(1440, "zh")).toBe("1天");
    expect(span(125, "en")).toBe("2 h 5 min");
  });
});
