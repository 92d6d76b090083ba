import { useState } from "react";
import { useDraft } from "@/features/pocket/draft";
import { put, usePocket } from "@/features/pocket/pocket";
import type { Verb } from "@/features/pocket/queue";
import { stamp } from "@/features/pocket/stamp";
import { pocketWords } from "@/features/pocket/words";
import type { Case } from "@/shared/api/types";
import { Camera } from "@/shared/light/Camera";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note, Sheet } from "@/shared/light/parts";
import { Photos } from "@/shared/light/Photos";

interface StepSheetProps {
  one: Case;
  verb: Verb;
  ghost: string | undefined;
  onClose: () => void;
}

const PHRASES = {
  handle: ["phrase.cleaned", "phrase.repaired", "phrase.talked"],
  return: ["phrase.notOurs", "phrase.elsewhere", "phrase.nothing"],
  check: [],
  receive: [],
} as const;
const ASKS = { handle: "step.what", return: "step.why", check: "step.found", receive: "step.what" } as const;

export interface Shot {
  blob: Blob;
  fromFile: boolean;
}

/** What a step needs: words, photos, a verdict. What is typed is kept while the sheet is away. */
export function StepSheet({ one, verb, ghost, onClose }: StepSheetProps) {
  const { t } = useLight(pocketWords);
  const { session, fix } = usePocket();
  const [text, setText, forget] = useDraft(`${one.id} ${verb}`);
  const [passed, setPassed] = useState<boolean | null>(null);
  const [shots, setShots] = useState<Shot[]>([]);
  const [camera, setCamera] = useState(false);
  const [asked, setAsked] = useState(false);
  const needsText = verb === "handle" || verb === "return" || passed === false;
  const lacksText = needsText && text.trim() === "";
  const withPhotos = verb !== "return";

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (lacksText || (verb === "check" && passed === null)) return;
    const words = text.trim() === "" ? null : text.trim();
    await put({ kind: "step", caseId: one.id, number: one.number, verb, text: words, passed: verb === "check" ? passed : null }, shots);
    forget();
    onClose();
  };

  return (
    <Sheet title={t(`step.${verb}`)} onClose={onClose}>
      {withPhotos && (
        <>
          <Photos photos={shots.map((shot) => shot.blob)} onRemove={(index) => setShots(shots.filter((_, at) => at !== index))} />
          <Button onClick={() => setCamera(true)} disabled={shots.length >= 9}>
            {t("step.photo")}
          </Button>
          {verb === "handle" && shots.length === 0 && <p className="l-hint">{t("step.noPhoto")}</p>}
        </>
      )}
      {verb === "check" && <Verdict passed={passed} missing={asked && passed === null} onPassed={setPassed} />}
      <Field label={t(ASKS[verb])} error={asked && lacksText ? t("step.needed") : undefined}>
        {(props) => <textarea {...props} value={text} maxLength={1900} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className="l-row">
        {PHRASES[verb].map((phrase) => (
          <Button key={phrase} onClick={() => setText(t(phrase))}>
            {t(phrase)}
          </Button>
        ))}
      </div>
      <Button kind={verb === "return" ? "danger" : "main"} onClick={() => void submit()}>
        {t(`step.${verb}`)}
      </Button>
      {camera && (
        <Camera
          title={t("step.photo")}
          ghost={verb === "handle" ? ghost : undefined}
          lines={() => stamp(fix, one.place.text, session?.name ?? "")}
          onPhoto={(blob, fromFile) => setShots((known) => [...known, { blob, fromFile }])}
          onClose={() => setCamera(false)}
        />
      )}
    </Sheet>
  );
}

function Verdict({ passed, missing, onPassed }: { passed: boolean | null; missing: boolean; onPassed: (passed: boolean) => void }) {
  const { t } = useLight(pocketWords);
  return (
    <>
      <div className="l-row" role="group" aria-label={t("step.check")}>
        <Button pressed={passed === true} onClick={() => onPassed(true)}>
          {t("step.pass")}
        </Button>
        <Button pressed={passed === false} onClick={() => onPassed(false)}>
          {t("step.fail")}
        </Button>
      </div>
      {missing && <Note kind="bad">{t("step.needed")}</Note>}
    </>
  );
}
