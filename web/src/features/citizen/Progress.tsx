import { citizenWords } from "@/features/citizen/words";
import type { components } from "@/shared/api/schema";
import { useLight } from "@/shared/light/lang";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

type Standing = components["schemas"]["Standing"];

/** How a report stands, in plain words, with who has it. */
export function Progress({ one }: { one: Standing }) {
  const { t, pick } = useLight(citizenWords);
  const now = useNow();
  const open = one.answered_at === null;
  return (
    <section className="l-card" aria-label={t("one.title")}>
      <div className="l-row">
        <h2 className="l-grow">{pick(one.says, one.says_en)}</h2>
        <span className={open ? "l-tag l-calm" : "l-tag l-good"}>{one.number}</span>
      </div>
      {one.unit !== null && <p>{t("one.unit", { unit: one.unit })}</p>}
      {open && one.due_at !== null && <p className="l-soft">{t("one.due", { at: exact(one.due_at).slice(0, 16) })}</p>}
      {one.timeline.length > 0 && (
        <ol className="l-steps" aria-label={t("one.steps")}>
          {one.timeline.map((step) => (
            <li key={`${step.at}${step.step}`}>
              {pick(step.says, step.says_en)} <span className="l-soft">{short(step.at, now)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
