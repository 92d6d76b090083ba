import { useState } from "react";
import { Progress } from "@/features/citizen/Progress";
import { TellMe } from "@/features/citizen/TellMe";
import { sendPhoto } from "@/features/citizen/ReportPage";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import type { components } from "@/shared/api/schema";
import { useAsked } from "@/shared/light/asked";
import { Camera } from "@/shared/light/Camera";
import { useLight } from "@/shared/light/lang";
import { Button, Empty, Field, Note, Shown } from "@/shared/light/parts";
import { Photos } from "@/shared/light/Photos";
import { explain } from "@/shared/light/words";
import { day, exact } from "@/shared/time/format";

type Standing = components["schemas"]["Standing"];
const SCORES = ["satisfied", "mostly", "fair", "dissatisfied"] as const;
type Score = (typeof SCORES)[number];

/** One's own report by its link: all of it, to add to and to rate. */
export function OnePage({ token }: { token: string }) {
  const { t } = useLight(citizenWords);
  const [asked, again] = useAsked(token, () => body(api.GET("/api/residents/follow/{token}", { params: { path: { token } } })));
  if (asked.state === "failed" && asked.error instanceof Problem && (asked.error.status === 404 || asked.error.status === 422)) return <Empty>{t("one.gone")}</Empty>;
  return (
    <Shown asked={asked} again={again}>
      {(one) => <One key={one.number} token={token} one={one} again={again} />}
    </Shown>
  );
}

function One({ token, one, again }: { token: string; one: Standing; again: () => void }) {
  const { t } = useLight(citizenWords);
  return (
    <div className="l-main">
      <Progress one={one} />
      {(one.answer !== null || one.next_door !== null) && (
        <section className="l-card" aria-label={t("one.answer")}>
          <h2>{t("one.answer")}</h2>
          {one.answer !== null && <p>{one.answer}</p>}
          {one.next_door !== null && <Note kind="warn">{t("one.door", { door: one.next_door })}</Note>}
        </section>
      )}
      {one.photos.length > 0 && (
        <section className="l-card">
          <h2>{t("one.photos")}</h2>
          <ul className="l-photos">
            {one.photos.map((id, index) => (
              <li key={id}>
                <a href={`/api/residents/follow/${token}/photos/${id}`}>
                  <img src={`/api/residents/follow/${token}/photos/${id}?small=true`} alt={`${t("one.photos")} ${index + 1}`} loading="lazy" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {one.text !== null && (
        <section className="l-card">
          <h2>{t("one.said")}</h2>
          <p>{one.text}</p>
          {one.comments.map((comment) => (
            <p key={comment.at}>
              {comment.text} <span className="l-soft">{exact(comment.at).slice(5, 16)}</span>
            </p>
          ))}
        </section>
      )}
      {one.may_rate && <Rate token={token} again={again} />}
      {one.rating !== null && <Note kind="good">{t("one.rated", { score: t(`score.${SCORES.find((score) => score === one.rating) ?? "fair"}`) })}</Note>}
      {one.may_add && <Add token={token} again={again} />}
      {one.answered_at === null && <TellMe token={token} />}
      {one.link_ends !== null && <p className="l-soft">{t("one.ends", { at: day(one.link_ends) })}</p>}
    </div>
  );
}

function Rate({ token, again }: { token: string; again: () => void }) {
  const { t, language } = useLight(citizenWords);
  const [score, setScore] = useState<Score | null>(null);
  const [text, setText] = useState("");
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    if (score === null) return;
    try {
      await api.POST("/api/residents/follow/{token}/rating", { params: { path: { token } }, body: { score, text: text.trim() } });
      again();
    } catch (wrong) {
      setError(wrong);
    }
  };
  return (
    <section className="l-card" aria-label={t("one.rate")}>
      <h2>{t("one.rate")}</h2>
      <div className="l-row" role="group" aria-label={t("one.rate")}>
        {SCORES.map((one) => (
          <Button key={one} pressed={score === one} onClick={() => setScore(one)}>
            {t(`score.${one}`)}
          </Button>
        ))}
      </div>
      <Field label={t("one.rateText")}>{(props) => <input {...props} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} />}</Field>
      {error !== null && <Note kind="bad">{explain(error, language)}</Note>}
      <Button kind="main" disabled={score === null} onClick={() => void send()}>
        {t("one.rateSend")}
      </Button>
    </section>
  );
}

function Add({ token, again }: { token: string; again: () => void }) {
  const { t, language } = useLight(citizenWords);
  const [text, setText] = useState("");
  const [photos, setPhotos] = useState<Blob[]>([]);
  const [camera, setCamera] = useState(false);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ good: boolean; error: unknown } | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      const named: string[] = [];
      for (const photo of photos) named.push(await sendPhoto(photo));
      await api.POST("/api/residents/follow/{token}/comments", { params: { path: { token } }, body: { text: text.trim(), photos: named } });
      setText("");
      setPhotos([]);
      setTold({ good: true, error: null });
      again();
    } catch (wrong) {
      setTold({ good: false, error: wrong });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="l-card" aria-label={t("one.add")}>
      <Field label={t("one.add")}>{(props) => <textarea {...props} value={text} maxLength={900} onChange={(event) => setText(event.target.value)} />}</Field>
      <Photos photos={photos} onRemove={(index) => setPhotos(photos.filter((_, at) => at !== index))} />
      {told !== null && <Note kind={told.good ? "good" : "bad"}>{told.good ? t("one.added") : explain(told.error, language)}</Note>}
      <div className="l-row">
        <Button onClick={() => setCamera(true)}>{t("report.photo")}</Button>
        <span className="l-grow" />
        <Button kind="main" busy={busy} disabled={text.trim() === "" && photos.length === 0} onClick={() => void send()}>
          {t("one.addSend")}
        </Button>
      </div>
      {camera && <Camera title={t("report.photo")} lines={() => [exact(new Date().toISOString())]} onPhoto={(photo) => setPhotos((known) => [...known, photo])} onClose={() => setCamera(false)} />}
    </section>
  );
}
