import type { Tone } from "@/shared/parts/Tag";

export const STATUS_TONES: Partial<Record<string, Tone>> = { online: "malachite", offline: "cinnabar", fault: "cinnabar", maintenance: "ochre", unknown: "stone" };
