/** The stations of the procedure in their order; confirming and checking only stand where the case went through them. */
export const STATIONS = ["confirm", "file", "dispatch", "receive", "handle", "check", "close"] as const;
export type Station = (typeof STATIONS)[number];
export type Passage = "passed" | "here" | "ahead" | "stopped";

/** The station a state waits at. */
const WAITS_AT: Partial<Record<string, Station>> = {
  to_confirm: "confirm",
  to_dispatch: "dispatch",
  to_receive: "receive",
  handling: "handle",
  to_check: "check",
  to_close: "close",
};

export interface Stop {
  station: Station;
  passage: Passage;
}

/** Where a case stands on its way, from its state and the stages its clocks have seen. */
export function track(state: string, stages: readonly string[]): Stop[] {
  const shown = STATIONS.filter((station) => {
    if (station === "confirm") return state === "to_confirm" || stages.includes("confirm");
    return true;
  });
  if (state === "closed") return shown.map((station) => ({ station, passage: "passed" }));
  const here = WAITS_AT[state];
  if (here === undefined) return shown.map((station) => ({ station, passage: "stopped" }));
  const at = shown.indexOf(here);
  return shown.map((station, index) => ({ station, passage: index < at ? "passed" : index === at ? "here" : "ahead" }));
}
