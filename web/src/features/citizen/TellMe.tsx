import { useState, type SubmitEvent } from "react";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import { useAsked } from "@/shared/light/asked";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note } from "@/shared/light/parts";
import { explain } from "@/shared/light/words";

type Way = "sms" | "mail";
const isWay = (way: string): way is Way => way === "sms" || way === "mail";

/** Being told of the answer by SMS or mail, where the platform has such a carrier; else nothing is offered. */
export function TellMe({ token }: { token: string }) {
  const { t, language } = useLight(citizenWords);
  const params = { path: { token } };
  const [asked, again] = useAsked(token, () => body(api.GET("/api/residents/follow/{token}/tell", { params })));
  const [way, setWay] = useState<Way | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (asked.state !== "here" || (asked.value.ways.length === 0 && asked.value.told.length === 0)) return null;
  const { told } = asked.value;
  const ways = asked.value.ways.filter(isWay);
  const chosen = way ?? ways[0] ?? "sms";
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true);
    setError(null);
    work()
      .then(again, (wrong: unknown) => setError(wrong))
      .finally(() => setBusy(false));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("address");
    if (typeof typed === "string") run(() => api.PUT("/api/residents/follow/{token}/tell", { params, body: { kind: chosen, address: typed.trim() } }));
  };
  return (
    <section className="l-card" aria-label={t("tell.title")}>
      <h2>{t("tell.title")}</h2>
      {told.length > 0 ? (
        <>
          <p>{t("tell.on", { where: told.map((one) => one.masked).join("、") })}</p>
          <Button busy={busy} onClick={() => run(() => api.DELETE("/api/residents/follow/{token}/tell", { params }))}>
            {t("tell.stop")}
          </Button>
        </>
      ) : (
        <form className="l-stack" onSubmit={submit}>
          {ways.length > 1 && (
            <div className="l-row" role="group" aria-label={t("tell.title")}>
              {ways.map((one) => (
                <Button key={one} pressed={one === chosen} onClick={() => setWay(one)}>
                  {t(`tell.${one}`)}
                </Button>
              ))}
            </div>
          )}
          <Field label={t(chosen === "sms" ? "tell.smsAddress" : "tell.mailAddress")} hint={t("tell.hint")}>
            {(props) => <input {...props} name="address" type={chosen === "sms" ? "tel" : "email"} autoComplete={chosen === "sms" ? "tel" : "email"} maxLength={254} required />}
          </Field>
          <Button type="submit" busy={busy}>
            {t("tell.send")}
          </Button>
        </form>
      )}
      {error !== null && <Note kind="bad">{explain(error, language)}</Note>}
    </section>
  );
}
