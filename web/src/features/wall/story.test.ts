import { expect, it } from "vitest";
import type { SignNow } from "@/features/signs/queries";
import type { WallLine } from "@/features/wall/queries";
import { storyOf } from "@/features/wall/story";

const now = new Date("2026-11-16T04:00:00Z");
const sign = (code: string, level: SignNow["level"], since: string): SignNow => ({ code, level, since, state: "live" }) as SignNow;
const line = (case_id: string, type: string, urgent: boolean): WallLine => ({ case_id, type, urgent, at: "2026-11-16T02:00:00Z" }) as WallLine;

it("tells what turned today and what was urgent, the latest first", () => {
  const told = storyOf(
    { lines: [line("a", "case.filed", true), line("b", "case.filed", false), line("c", "case.received", true), line("a", "case.closed", true)] },
    [sign("AQ0001", "red", "2026-11-16T03:00:00Z"), sign("AQ0002", "green", "2026-11-16T03:00:00Z"), sign("AQ0003", "red", "2026-11-14T03:00:00Z")],
    now,
  );
  expect(told.map((one) => one.key)).toEqual(["AQ0001", "acase.filed", "acase.closed"]);
});
