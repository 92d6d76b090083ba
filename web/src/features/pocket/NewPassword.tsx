import { useState, type SubmitEvent } from "react";
import { sync } from "@/features/pocket/pocket";
import { pocketWords } from "@/features/pocket/words";
import { api } from "@/shared/api/client";
import { useLight } from "@/shared/light/lang";
import { Button, Field, Note } from "@/shared/light/parts";
import { explain } from "@/shared/light/words";

/** Whoever was given a password chooses their own before anything else. */
export function NewPassword() {
  const { t, language } = useLight(pocketWords);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [old, password, again] = ["old", "password", "again"].map((name) => {
      const value = typed.get(name);
      return typeof value === "string" ? value : "";
    });
    if (old === undefined || password === undefined || password !== again) {
      setWrong(t("new.differs"));
      return;
    }
    setBusy(true);
    setWrong(null);
    try {
      await api.POST("/api/session/password", { body: { old, password } });
      await sync();
    } catch (error) {
      setWrong(explain(error, language));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="l-main" onSubmit={(event) => void submit(event)}>
      <h2>{t("new.title")}</h2>
      <p>{t("new.lead")}</p>
      <Field label={t("new.old")}>{(props) => <input {...props} name="old" type="password" autoComplete="current-password" required />}</Field>
      <Field label={t("new.password")} hint={t("new.hint")}>
        {(props) => <input {...props} name="password" type="password" autoComplete="new-password" required />}
      </Field>
      <Field label={t("new.again")}>{(props) => <input {...props} name="again" type="password" autoComplete="new-password" required />}</Field>
      {wrong !== null && <Note kind="bad">{wrong}</Note>}
      <Button kind="main" type="submit" busy={busy}>
        {t("new.submit")}
      </Button>
    </form>
  );
}
