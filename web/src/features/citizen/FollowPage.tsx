import { useState, type SubmitEvent } from "react";
import { mine } from "@/features/citizen/mine";
import { Progress } from "@/features/citizen/Progress";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import type { components } from "@/shared/api/schema";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note } from "@/shared/light/parts";
import { go } from "@/shared/light/route";
import { explain } from "@/shared/light/words";
import { day } from "@/shared/time/format";

type Standing = components["schemas"]["Standing"];

/** What was reported from this phone, and any report by its number. */
export function FollowPage() {
  const { t, language } = useLight(citizenWords);
  const [number, setNumber] = useState("");
  const [digits, setDigits] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [found, setFound] = useState<Standing | null>(null);
  const known = mine();
  const ask = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    setFound(null);
    try {
      setFound(await body(api.POST("/api/residents/lookup", { body: { number: number.trim(), digits: digits.trim() } })));
    } catch (wrong) {
      setError(wrong);
    } finally {
      setBusy(false);
    }
  };
  const wrong = error instanceof Problem && (error.status === 404 || error.status === 422) ? t("follow.none") : explain(error, language);
  return (
    <div className="l-main">
      <section className="l-card" aria-label={t("follow.mine")}>
        <h2>{t("follow.mine")}</h2>
        {known.length === 0 && <p className="l-soft">{t("follow.noneYet")}</p>}
        <ul className="l-list">
          {known.map((one) => (
            <li key={one.number}>
              <a
                href={`/r/${one.token}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(`/r/${one.token}`);
                }}
              >
                {one.text === "" ? one.number : one.text}
              </a>{" "}
              <span className="l-soft">{day(one.at)}</span>
            </li>
          ))}
        </ul>
      </section>
      <form className="l-card" onSubmit={(event) => void ask(event)}>
        <Field label={t("follow.number")}>{(props) => <input {...props} value={number} required maxLength={40} onChange={(event) => setNumber(event.target.value)} />}</Field>
        <Field label={t("follow.digits")}>
          {(props) => <input {...props} inputMode="numeric" pattern="[0-9]{4}" maxLength={4} required value={digits} onChange={(event) => setDigits(event.target.value)} />}
        </Field>
        {error !== null && <Note kind="bad">{wrong}</Note>}
        <Button kind="main" type="submit" busy={busy}>
          {t("follow.ask")}
        </Button>
      </form>
      {found !== null && (
        <>
          <Progress one={found} />
          <p className="l-soft">{t("one.partial")}</p>
        </>
      )}
    </div>
  );
}
