import type { SignNow } from "@/features/signs/queries";
import type { WallLine, WallState } from "@/features/wall/queries";
import { day } from "@/shared/time/format";

export type Told = { key: string; at: string } & ({ kind: "sign"; sign: SignNow } | { kind: "case"; line: WallLine; closed: boolean });

const MOST = 7;

/** What of today is worth telling, the latest first: signs that turned, urgent cases that came or were closed. */
export function storyOf(state: Pick<WallState, "lines">, signs: readonly SignNow[], now: Date): Told[] {
  const today = day(now.toISOString());
  const turned: Told[] = signs.flatMap((sign) =>
    sign.since !== null && sign.state === "live" && (sign.level === "red" || sign.level === "orange") ? [{ key: sign.code, at: sign.since, kind: "sign", sign }] : [],
  );
  const cases: Told[] = state.lines.flatMap((line) => {
    const closed = line.type === "case.closed";
    if (!line.urgent || (!closed && line.type !== "case.filed")) return [];
    return [{ key: `${line.case_id}${line.type}`, at: line.at, kind: "case", line, closed }];
  });
  return [...turned, ...cases]
    .filter((one) => day(one.at) === today)
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .slice(0, MOST);
}
