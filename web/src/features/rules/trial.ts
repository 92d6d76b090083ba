/** What a trial found, as it comes. */

export interface TrialRule {
  rule: string;
  condition: string;
  severity: string;
  raised: number;
  devices: number;
  ended: number;
  mean_s: number | null;
  really: number;
}

export interface TrialJudged {
  rule: string;
  condition: string;
  kept_true: number;
  lost_true: number;
  kept_false: number;
  removed_false: number;
  /** Of these the history has no readings: nothing can be said. */
  unheard?: number;
}

export interface TrialResult {
  readings: number;
  raised: number;
  really?: number;
  devices: number;
  rules: TrialRule[];
  days: { day: string; raised: number }[];
  noisiest: { device_id: string; raised: number }[];
  examples: { rule: string; condition: string; severity: string; device_id: string; at: string; until: string | null; value: number | null }[];
  judged?: TrialJudged[];
  names?: Record<string, string>;
}

/** Every day of a span, those without an alarm too; at most `most`, the last ones. */
export function everyDay(days: TrialResult["days"], since: string, until: string, most = 92): TrialResult["days"] {
  const known = new Map(days.map((one) => [one.day, one.raised]));
  const found: TrialResult["days"] = [];
  const last = new Date(until);
  for (let at = new Date(`${since.slice(0, 10)}T00:00:00Z`); at <= last; at = new Date(at.getTime() + 86_400_000)) {
    const day = at.toISOString().slice(0, 10);
    found.push({ day, raised: known.get(day) ?? 0 });
  }
  return found.slice(-most);
}

/** Of the alarms that people judged and that would be raised, how many are true; null before the first. */
export function precisionOf(judged: readonly TrialJudged[]): number | null {
  const sum = (name: "kept_true" | "kept_false"): number => judged.reduce((all, one) => all + one[name], 0);
  const kept = sum("kept_true") + sum("kept_false");
  return kept === 0 ? null : sum("kept_true") / kept;
}
