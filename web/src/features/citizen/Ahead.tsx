import type { ReactNode } from "react";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import { useAsked } from "@/shared/light/asked";
import { useLight } from "@/shared/light/lang";
import { Button } from "@/shared/light/parts";
import { useSettled } from "@/shared/light/settled";

type Foreseen = components["schemas"]["ForeseenOut"];
const NOTHING: Foreseen = { hints: [], matters: [], next_door: null };

/** What the platform says to the words so far; nothing while it does not answer. */
export function useAhead(text: string): Foreseen {
  const settled = useSettled(text.trim(), 350);
  const [asked] = useAsked(settled, () => (settled.length < 2 ? Promise.resolve(NOTHING) : body(api.POST("/api/residents/suggest", { body: { text: settled } }))));
  return asked.state === "here" ? asked.value : NOTHING;
}

export function Calls({ hints }: { hints: Foreseen["hints"] }) {
  const { t, pick } = useLight(citizenWords);
  if (hints.length === 0) return null;
  return (
    <section className="l-note l-bad" role="alert" aria-label={t("report.call")}>
      {hints.map((hint) => (
        <p key={`${hint.call}${hint.en}`} className="l-row">
          <span className="l-grow">{pick(hint.zh, hint.en)}</span>
          <a className="l-button is-danger" href={`tel:${hint.call}`}>
            {t("report.callNow", { call: hint.call })}
          </a>
        </p>
      ))}
    </section>
  );
}

interface AheadProps {
  ahead: Foreseen;
  matter: string | null;
  onMatter: (code: string | null) => void;
  children: ReactNode;
}

/** Danger stands above the words, what it may be and who else answers below. */
export function Ahead({ ahead, matter, onMatter, children }: AheadProps) {
  const { t, pick } = useLight(citizenWords);
  // Whom to call at once stands above already.
  const door = ahead.hints.some((hint) => hint.call === ahead.next_door?.hotline) ? null : ahead.next_door;
  return (
    <>
      <Calls hints={ahead.hints} />
      {children}
      {door !== null && (
        <div className="l-note l-warn" role="status">
          <p className="l-strong">{t("report.notOurs", { name: door.name })}</p>
          <p>
            {pick(door.text, door.text_en)} {t("report.still")}
          </p>
          {door.hotline !== "" && (
            <a className="l-button" href={`tel:${door.hotline}`}>
              {t("report.callNow", { call: door.hotline })}
            </a>
          )}
        </div>
      )}
      {ahead.matters.length > 0 && (
        <div className="l-row" role="group" aria-label={t("report.matter")}>
          <span className="l-soft">{t("report.matter")}</span>
          {ahead.matters.map((one) => (
            <Button key={one.code} pressed={matter === one.code} onClick={() => onMatter(matter === one.code ? null : one.code)}>
              {one.name}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
