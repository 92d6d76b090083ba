import type { Tone } from "@/shared/parts/Tag";

export const SEVERITY_TONES: Partial<Record<string, Tone>> = { red: "filled", orange: "cinnabar", yellow: "ochre", blue: "azurite" };
