import { useRef, useState } from "react";
import { Ahead, useAhead } from "@/features/citizen/Ahead";
import { chance } from "@/features/citizen/chance";
import { keepMine } from "@/features/citizen/mine";
import { Near } from "@/features/citizen/Near";
import { Sent, type SentReport } from "@/features/citizen/Sent";
import { citizenWords } from "@/features/citizen/words";
import { Where, type Placed } from "@/features/citizen/Where";
import { api, body } from "@/shared/api/client";
import { Camera } from "@/shared/light/Camera";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note } from "@/shared/light/parts";
import { Photos } from "@/shared/light/Photos";
import { explain } from "@/shared/light/words";
import { exact } from "@/shared/time/format";

const MOST_PHOTOS = 6;

export async function sendPhoto(photo: Blob): Promise<string> {
  const form = new FormData();
  form.append("file", new File([photo], "photo.jpg", { type: "image/jpeg" }));
  // The generated type of a binary part is a string; the form itself is what is sent.
  return (await body(api.POST("/api/residents/photos", { body: { file: "" }, bodySerializer: () => form }))).photo;
}

interface Common {
  photos: string[];
  reporter: { name: null; phone: string; confidential: boolean } | null;
  idempotency_key: string;
  website: string;
}

function report(common: Common, text: string, matter: string | null, { spot, text: address }: Placed): Promise<SentReport> {
  const place = { lon: spot?.lon ?? null, lat: spot?.lat ?? null, datum: "WGS84", text: address.trim() };
  return body(api.POST("/api/residents/reports", { body: { ...common, text, matter, place } }));
}

function joined(common: Common, text: string, number: string): Promise<SentReport> {
  return body(api.POST("/api/residents/nearby/{number}/join", { params: { path: { number } }, body: { ...common, text } }));
}

/** A report in half a minute: photo, a sentence, where. */
export function ReportPage() {
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState<SentReport | null>(null);
  if (sent !== null) {
    return (
      <Sent
        sent={sent}
        onMore={() => {
          setSent(null);
          setRound(round + 1);
        }}
      />
    );
  }
  return <Form key={round} onSent={setSent} />;
}

function Form({ onSent }: { onSent: (sent: SentReport) => void }) {
  const { t, language } = useLight(citizenWords);
  const key = useRef<string | null>(null);
  const arrived = useRef(new Map<Blob, string>());
  const [photos, setPhotos] = useState<Blob[]>([]);
  const [camera, setCamera] = useState(false);
  const [text, setText] = useState("");
  const [matter, setMatter] = useState<string | null>(null);
  const [placed, setPlaced] = useState<Placed>({ spot: null, accuracy: null, text: "" });
  const [phone, setPhone] = useState("");
  const [confidential, setConfidential] = useState(false);
  const [website, setWebsite] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ahead = useAhead(text);
  const noText = text.trim() === "";
  const noPlace = placed.spot === null && placed.text.trim() === "";
  const wrongPhone = phone.trim() !== "" && !/^\+?[0-9][0-9 -]{4,19}$/.test(phone.trim());

  const send = async (join: string | null): Promise<void> => {
    setAsked(true);
    if (wrongPhone || (join === null && (noText || noPlace))) return;
    setBusy(true);
    setError(null);
    // Sent again after a lost answer it is the same report.
    key.current ??= chance();
    try {
      const named: string[] = [];
      for (const photo of photos) {
        const known = arrived.current.get(photo) ?? (await sendPhoto(photo));
        arrived.current.set(photo, known);
        named.push(known);
      }
      const common: Common = {
        photos: named,
        reporter: phone.trim() === "" ? null : { name: null, phone: phone.trim(), confidential },
        idempotency_key: join === null ? key.current : `${key.current}-${join}`,
        website,
      };
      const answer = await (join === null ? report(common, text.trim(), matter, placed) : joined(common, text.trim(), join));
      keepMine({ number: answer.number, token: answer.token, text: text.trim().slice(0, 40), at: new Date().toISOString() });
      onSent(answer);
    } catch (wrong) {
      setError(wrong);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="l-main"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(null);
      }}
    >
      <p className="l-soft">{t("report.lead")}</p>
      <Photos photos={photos} onRemove={(index) => setPhotos(photos.filter((_, at) => at !== index))} />
      {photos.length < MOST_PHOTOS && (
        <button type="button" className="l-button l-big" onClick={() => setCamera(true)}>
          {t("report.photo")}
        </button>
      )}
      <Ahead ahead={ahead} matter={matter} onMatter={setMatter}>
        <Field label={t("report.text")} hint={t("report.example")} error={asked && noText ? t("report.needText") : undefined}>
          {(props) => <textarea {...props} value={text} maxLength={4000} onChange={(event) => setText(event.target.value)} />}
        </Field>
      </Ahead>
      <Where placed={placed} onPlaced={setPlaced} error={asked && noPlace ? t("report.needPlace") : undefined} />
      {placed.spot !== null && <Near spot={placed.spot} busy={busy} onJoin={(number) => void send(number)} />}
      <Field label={t("report.phone")} error={wrongPhone ? t("report.phoneWrong") : undefined}>
        {(props) => <input {...props} type="tel" autoComplete="tel" value={phone} maxLength={20} onChange={(event) => setPhone(event.target.value)} />}
      </Field>
      {phone !== "" && (
        <Button pressed={confidential} onClick={() => setConfidential(!confidential)}>
          {t("report.confidential")}
        </Button>
      )}
      <input className="l-trap" name="website" tabIndex={-1} autoComplete="off" aria-hidden="true" value={website} onChange={(event) => setWebsite(event.target.value)} />
      {error !== null && <Note kind="bad">{explain(error, language)}</Note>}
      <Button kind="main" type="submit" busy={busy}>
        {t("report.send")}
      </Button>
      {camera && (
        <Camera
          title={t("report.photo")}
          lines={() => [exact(new Date().toISOString())]}
          onPhoto={(photo) => setPhotos((known) => [...known, photo])}
          onClose={() => setCamera(false)}
        />
      )}
    </form>
  );
}
