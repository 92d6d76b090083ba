import { useEffect, useState, type SubmitEvent } from "react";
import { signedIn } from "@/features/pocket/pocket";
import { SecondStep, useHalf } from "@/features/pocket/SecondStep";
import { pocketWords } from "@/features/pocket/words";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import { useAsked } from "@/shared/light/asked";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note } from "@/shared/light/parts";
import { explain } from "@/shared/light/words";

/** Name and password, and the second factor of whoever has one; inside the app of WeCom its own sign-in begins by itself. */
export function SignIn({ over = false }: { over?: boolean }) {
  const { t, pick, language } = useLight(pocketWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [half, setHalf] = useHalf();
  const [ways] = useAsked("ways", () => body(api.GET("/api/sign-in/ways")));
  const providers = ways.state === "here" ? ways.value.providers : [];
  const start = (code: string): string => `/api/sign-in/${code}/start?${new URLSearchParams({ to: location.pathname }).toString()}`;
  const app = providers.find((provider) => provider.kind === "wecom");
  const refused = new URLSearchParams(location.search).has("refused");
  const goes = app !== undefined && !refused && half === null && /wxwork/i.test(navigator.userAgent) ? start(app.code) : null;
  useEffect(() => {
    if (goes !== null) location.replace(goes);
  }, [goes]);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const word = (name: string): string => {
      const value = typed.get(name);
      return typeof value === "string" ? value : "";
    };
    setBusy(true);
    setError(null);
    try {
      const answer = await body(api.POST("/api/session", { body: { username: word("username"), password: word("password") } }));
      if ("step" in answer) setHalf(answer);
      else await signedIn(answer);
    } catch (wrong) {
      setError(wrong);
    } finally {
      setBusy(false);
    }
  };

  if (half !== null) return <SecondStep half={half} onBack={() => setHalf(null)} />;
  return (
    <form className="l-main" onSubmit={(event) => void submit(event)}>
      {over && <Note kind="warn">{t("in.again")}</Note>}
      <Field label={t("in.username")}>{(props) => <input {...props} name="username" autoComplete="username" autoCapitalize="none" required />}</Field>
      <Field label={t("in.password")}>{(props) => <input {...props} name="password" type="password" autoComplete="current-password" required />}</Field>
      {error !== null && <Note kind="bad">{error instanceof Problem && error.status === 401 ? t("in.wrong") : explain(error, language)}</Note>}
      <Button kind="main" type="submit" busy={busy}>
        {t("in.submit")}
      </Button>
      {providers.map((provider) => (
        <a key={provider.code} className="l-button" href={start(provider.code)}>
          {t("in.with", { name: pick(provider.label_zh, provider.label_en) })}
        </a>
      ))}
    </form>
  );
}
