import type { Words } from "@/shared/i18n";
import { remaining, span } from "@/shared/time/format";

/** How the time of a case stands: what is left, or how late it is. */
export function dueWords(due: string | null, now: Date, { t, language }: Pick<Words, "t" | "language">): string {
  if (due === null) return "";
  const { minutes } = remaining(due, now);
  return minutes < 0 ? t("wall.overdueBy", { span: span(minutes, language) }) : t("wall.dueIn", { span: span(minutes, language) });
}

/** The scene that stands so many places further; they go round. */
export function turned<T>(scenes: readonly T[], scene: T, by: number): T {
  const found = scenes[(scenes.indexOf(scene) + by + scenes.length) % scenes.length];
  return found ?? scene;
}
