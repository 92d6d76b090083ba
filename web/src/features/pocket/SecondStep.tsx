import { useEffect, useState, type SubmitEvent } from "react";
import { knowsPasskeys, makePasskey, signWithPasskey } from "@/features/access/passkeys";
import { signedIn } from "@/features/pocket/pocket";
import { pocketWords } from "@/features/pocket/words";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import type { HalfSession, Session } from "@/shared/api/types";
import { useAsked } from "@/shared/light/asked";
import { useLight, type LightWords } from "@/shared/light/lang";
import { Button, Field, Note, Shown } from "@/shared/light/parts";
import { explain } from "@/shared/light/words";

type Words = LightWords<keyof typeof pocketWords>;

interface StepProps {
  half: HalfSession;
  onBack: () => void;
}

/** One factor was right: the second is shown, or the first second factor is made, here on the phone. */
export function SecondStep({ half, onBack }: StepProps) {
  const { t } = useLight(pocketWords);
  const leave = (): void => {
    void api.DELETE("/api/sign-in").catch(() => undefined);
    onBack();
  };
  return (
    <section className="l-main" aria-label={t(half.step === "prove" ? "second.title" : "enrol.title")}>
      <h2>{t(half.step === "prove" ? "second.title" : "enrol.title")}</h2>
      {half.step === "prove" ? <Prove half={half} /> : <Enrol half={half} />}
      <Button kind="quiet" onClick={leave}>
        {t("second.back")}
      </Button>
    </section>
  );
}

/** Runs one thing at a time, and keeps what went wrong. */
function useTrying(): { busy: boolean; error: unknown; run: (work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (work: () => Promise<void>): void => {
    setBusy(true);
    setError(null);
    work()
      .catch((wrong: unknown) => setError(wrong))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}

function typedCode(event: SubmitEvent<HTMLFormElement>): string {
  event.preventDefault();
  const code = new FormData(event.currentTarget).get("code");
  return typeof code === "string" ? code.trim() : "";
}

async function enterWithPasskey(): Promise<Session> {
  const { options } = await body(api.POST("/api/sign-in/passkey/options"));
  const credential = await signWithPasskey(options);
  return body(api.POST("/api/sign-in/passkey", { body: { credential } }));
}

function Prove({ half }: { half: HalfSession }) {
  const words = useLight(pocketWords);
  const { t } = words;
  const { busy, error, run } = useTrying();
  const byCode = half.ways.includes("totp") || half.ways.includes("recovery");
  const byPasskey = half.ways.includes("passkey") && knowsPasskeys();
  return (
    <>
      <p>{t(half.ways.includes("totp") ? "second.lead" : "second.leadOther", { name: half.name })}</p>
      {byCode && (
        <form
          className="l-stack"
          onSubmit={(event) => {
            const code = typedCode(event);
            run(async () => signedIn(await body(api.POST("/api/sign-in/code", { body: { code } }))));
          }}
        >
          <Field label={t("second.code")} hint={t("second.codeHint")}>
            {(props) => <input {...props} name="code" autoComplete="one-time-code" autoCapitalize="none" maxLength={40} required />}
          </Field>
          <Button kind="main" type="submit" busy={busy}>
            {t("second.submit")}
          </Button>
        </form>
      )}
      {byPasskey && <Button onClick={() => run(async () => signedIn(await enterWithPasskey()))}>{t("second.passkey")}</Button>}
      {error !== null && <Note kind="bad">{said(error, words, "second.wrong")}</Note>}
    </>
  );
}

function Enrol({ half }: { half: HalfSession }) {
  const words = useLight(pocketWords);
  const { t } = words;
  const [draft, again] = useAsked(half.username, () => body(api.POST("/api/sign-in/enrol/totp")));
  const { busy, error, run } = useTrying();
  const [made, setMade] = useState<{ session: Session; recovery_codes: string[] } | null>(null);
  if (made !== null) return <Codes codes={made.recovery_codes} onKept={() => void signedIn(made.session)} />;
  const addPasskey = async (): Promise<void> => {
    const { options } = await body(api.POST("/api/sign-in/enrol/passkey"));
    const credential = await makePasskey(options);
    setMade(await body(api.POST("/api/sign-in/enrol/passkey/confirm", { body: { credential, label: t("enrol.thisPhone") } })));
  };
  return (
    <>
      <p>{t("enrol.lead")}</p>
      {half.obstacle === null && knowsPasskeys() && (
        <Button busy={busy} onClick={() => run(addPasskey)}>
          {t("enrol.passkey")}
        </Button>
      )}
      <Shown asked={draft} again={again}>
        {({ address, secret }) => (
          <form
            className="l-card"
            onSubmit={(event) => {
              const code = typedCode(event);
              run(async () => setMade(await body(api.POST("/api/sign-in/enrol/totp/confirm", { body: { code } }))));
            }}
          >
            <p>{t("enrol.app")}</p>
            <a className="l-button" href={address}>
              {t("enrol.open")}
            </a>
            <p className="l-soft">
              {t("enrol.typed")} <code className="l-code">{secret.replaceAll(/(.{4})/g, "$1 ").trim()}</code>
            </p>
            <Field label={t("enrol.code")}>
              {(props) => <input {...props} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={8} required />}
            </Field>
            <Button kind="main" type="submit" busy={busy}>
              {t("enrol.confirm")}
            </Button>
          </form>
        )}
      </Shown>
      {error !== null && <Note kind="bad">{said(error, words, "enrol.wrong")}</Note>}
    </>
  );
}

/** Recovery codes, shown this once: one goes on only when they were kept. */
function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useLight(pocketWords);
  const [copied, setCopied] = useState(false);
  const can = "clipboard" in navigator;
  return (
    <div className="l-card">
      <h2>{t("codes.title")}</h2>
      <p>{t("codes.lead")}</p>
      <ol className="l-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      {can && <Button onClick={() => void navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true))}>{t(copied ? "codes.copied" : "codes.copy")}</Button>}
      <Button kind="main" onClick={onKept}>
        {t("codes.kept")}
      </Button>
    </div>
  );
}

/** What the server or the device says, in words. */
function said(error: unknown, { t, language }: Words, wrong: "second.wrong" | "enrol.wrong"): string {
  if (!(error instanceof Problem)) return t("second.failed");
  return error.status === 401 || error.status === 422 ? t(wrong) : explain(error, language);
}

/** Whoever came back from another sign-in and has yet to show a second factor. */
export function useHalf(): [half: HalfSession | null, set: (half: HalfSession | null) => void] {
  const [half, setHalf] = useState<HalfSession | null>(null);
  useEffect(() => {
    let wanted = true;
    body(api.GET("/api/sign-in")).then(
      (found) => {
        if (wanted) setHalf(found);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return [half, setHalf];
}
