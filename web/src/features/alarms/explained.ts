/** The condition as it was in force when an alarm was raised, wherever the platform put it. */
export function toldOf(explanation: Record<string, unknown>): Record<string, unknown> {
  const inner = explanation.condition;
  return typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : explanation;
}

/** The level that a value had to pass; of rates and deviations none can be drawn. */
export function boundOf(explanation: Record<string, unknown>): number | undefined {
  const { kind, bound } = toldOf(explanation);
  return (kind === "above" || kind === "below") && typeof bound === "number" ? bound : undefined;
}
