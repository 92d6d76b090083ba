import { useState } from "react";
import { useDraft, useFormDraft, useShots } from "@/features/pocket/draft";
import { put, usePocket } from "@/features/pocket/pocket";
import { stamp } from "@/features/pocket/stamp";
import { pocketWords } from "@/features/pocket/words";
import { api, body } from "@/shared/api/client";
import { useAsked } from "@/shared/light/asked";
import { Camera } from "@/shared/light/Camera";
import type { Spot } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import type { Ground } from "@/shared/light/LightMap";
import { Button, Empty, Field, Note } from "@/shared/light/parts";
import { Photos } from "@/shared/light/Photos";
import { PlacePicker } from "@/shared/light/PlacePicker";
import { useSettled } from "@/shared/light/settled";

type Shooting = "before" | "after";

/** The streets' boundaries under the pin. */
async function ground(): Promise<Ground> {
  const content: unknown = await body(api.GET("/api/map/boundaries", { params: { query: { level: "street" } } }));
  return content as Ground;
}

interface Form {
  address: string;
  matter: string | null;
  pin: Spot | null;
  fixed: boolean;
  how: string;
}

const EMPTY: Form = { address: "", matter: null, pin: null, fixed: false, how: "" };

/** Found something: photo, words, send; fixed on the spot 即查即改 says so in the same go. */
export function ReportPage() {
  const { t } = useLight(pocketWords);
  const { session, fix } = usePocket();
  const [text, setText, forget] = useDraft("report");
  const [{ address, matter, pin, fixed, how }, change, forgetForm] = useFormDraft("report.form", EMPTY);
  const [shots, setShots] = useShots("report");
  const [camera, setCamera] = useState<Shooting | null>(null);
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState(false);
  const spot = pin ?? fix;
  const noText = text.trim() === "" && matter === null;
  const noPlace = spot === null && address.trim() === "";

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (noText || noPlace || (fixed && how.trim() === "")) return;
    const place = { lon: spot?.lon ?? null, lat: spot?.lat ?? null, text: address.trim() };
    await put({ kind: "report", text: text.trim(), matter, place, fixed: fixed ? how.trim() : null }, shots);
    forget();
    forgetForm();
    setShots(() => []);
    setSent(true);
  };
  const anew = (): void => {
    setAsked(false);
    setSent(false);
  };

  if (sent) {
    return (
      <Empty>
        <span className="l-strong">{t("report.sent")}</span>
        <Button kind="main" onClick={anew}>
          {t("report.more")}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <Photos photos={shots.map((shot) => shot.blob)} onRemove={(index) => setShots((known) => known.filter((_, at) => at !== index))} />
      <button type="button" className="l-button is-main l-big" onClick={() => setCamera("before")}>
        {t("report.photo")}
      </button>
      <Field label={t("report.text")} error={asked && noText ? t("step.needed") : undefined}>
        {(props) => <textarea {...props} value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Matters text={text} matter={matter} onMatter={(code) => change({ matter: code })} />
      <PlaceCard pin={pin} address={address} onAddress={(typed) => change({ address: typed })} onPin={(spot) => change({ pin: spot })} />
      <Button pressed={fixed} onClick={() => change({ fixed: !fixed })}>
        {t("report.fixed")}
      </Button>
      {fixed && <Fixed how={how} asked={asked} onHow={(typed) => change({ how: typed })} onCamera={() => setCamera("after")} />}
      {asked && noPlace && <Note kind="bad">{t("report.nowhere")}</Note>}
      <div className="l-actions">
        <Button kind="main" onClick={() => void submit()}>
          {t("report.send")}
        </Button>
      </div>
      {camera !== null && (
        <Camera
          title={t(camera === "before" ? "report.photo" : "report.fixedPhoto")}
          lines={() => stamp(fix, address, session?.name ?? "")}
          onPhoto={(blob, fromFile) => setShots((known) => [...known, { blob, fromFile, when: camera }])}
          onClose={() => setCamera(null)}
        />
      )}
    </>
  );
}

/** What was put right on the spot, with its own photo. */
function Fixed({ how, asked, onHow, onCamera }: { how: string; asked: boolean; onHow: (how: string) => void; onCamera: () => void }) {
  const { t } = useLight(pocketWords);
  return (
    <div className="l-card">
      <Field label={t("report.fixedText")} error={asked && how.trim() === "" ? t("step.needed") : undefined}>
        {(props) => <textarea {...props} value={how} maxLength={1900} onChange={(event) => onHow(event.target.value)} />}
      </Field>
      <Button onClick={onCamera}>{t("report.fixedPhoto")}</Button>
    </div>
  );
}

interface PlaceCardProps {
  pin: Spot | null;
  address: string;
  onAddress: (address: string) => void;
  onPin: (pin: Spot) => void;
}

/** Where it is: the phone's own position, and a pin where that is wrong. */
function PlaceCard({ pin, address, onAddress, onPin }: PlaceCardProps) {
  const { t } = useLight(pocketWords);
  const { fix } = usePocket();
  const [picking, setPicking] = useState(false);
  const here = fix === null ? t("report.nowhere") : t("report.located", { m: Math.round(fix.accuracy) });
  return (
    <div className="l-card">
      <div className="l-row">
        <span className={pin === null && fix === null ? "l-grow l-wrong" : "l-grow"}>{pin === null ? here : t("report.pinned")}</span>
        <Button onClick={() => setPicking(true)}>{t("report.pin")}</Button>
      </div>
      <Field label={t("report.address")}>{(props) => <input {...props} value={address} maxLength={300} onChange={(event) => onAddress(event.target.value)} />}</Field>
      {picking && (
        <PlacePicker
          spot={pin ?? fix}
          ground={ground}
          onDone={(picked) => {
            onPin(picked);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

/** The matters the words may speak of, while there is a network; the platform finds one by itself otherwise. */
function Matters({ text, matter, onMatter }: { text: string; matter: string | null; onMatter: (code: string | null) => void }) {
  const { t } = useLight(pocketWords);
  const settled = useSettled(text.trim(), 400);
  const [asked] = useAsked(settled, async () => (settled.length < 2 ? [] : (await body(api.POST("/api/matters/suggest", { body: { text: settled } }))).items));
  const found = asked.state === "here" ? asked.value.slice(0, 3) : [];
  if (found.length === 0) return null;
  return (
    <div className="l-row" role="group" aria-label={t("report.matter")}>
      {found.map((one) => (
        <Button key={one.code} pressed={matter === one.code} onClick={() => onMatter(matter === one.code ? null : one.code)}>
          {one.name}
        </Button>
      ))}
    </div>
  );
}
