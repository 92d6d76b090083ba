import type { Tone } from "@/shared/parts/Tag";

export const SILENCE_TONES: Record<"pending" | "active" | "ended", Tone> = { pending: "azurite", active: "ochre", ended: "stone" };
