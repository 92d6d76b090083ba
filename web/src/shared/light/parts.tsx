import { useEffect, useId, useRef, type ReactNode } from "react";
import type { Asked } from "@/shared/light/asked";
import { setLanguage, useLight } from "@/shared/light/lang";
import { explain, lightWords } from "@/shared/light/words";

interface ButtonProps {
  children: ReactNode;
  onClick?: () => void;
  kind?: "main" | "plain" | "danger" | "quiet";
  type?: "button" | "submit";
  busy?: boolean;
  disabled?: boolean;
  label?: string;
  pressed?: boolean;
}

export function Button({ children, onClick, kind = "plain", type = "button", busy = false, disabled = false, label, pressed }: ButtonProps) {
  return (
    <button type={type} className={`l-button is-${kind}`} onClick={onClick} disabled={busy || disabled} aria-busy={busy} aria-label={label} aria-pressed={pressed}>
      {children}
    </button>
  );
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (props: { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) => ReactNode;
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const told = error ?? hint;
  return (
    <div className="l-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(told === undefined ? {} : { "aria-describedby": `${id}-told` }), ...(error === undefined ? {} : { "aria-invalid": true }) })}
      {told !== undefined && (
        <p id={`${id}-told`} className={error === undefined ? "l-hint" : "l-wrong"}>
          {told}
        </p>
      )}
    </div>
  );
}

/** A sheet over the page: the browser's own dialog keeps the focus inside and closes on Escape. */
export function Sheet({ title, onClose, children, full = false }: { title: string; onClose: () => void; children: ReactNode; full?: boolean }) {
  const { t } = useLight(lightWords);
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={full ? "l-sheet l-full" : "l-sheet"}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className="l-x" onClick={onClose} aria-label={t("light.close")}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}

export function Loading() {
  const { t } = useLight(lightWords);
  return (
    <p className="l-state" role="status">
      <span className="l-wait" aria-hidden="true" />
      {t("light.loading")}
    </p>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="l-state">{children}</p>;
}

export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const { t, language } = useLight(lightWords);
  return (
    <div className="l-state" role="alert">
      <p>{explain(error, language)}</p>
      <Button onClick={again}>{t("light.again")}</Button>
    </div>
  );
}

/** The three states of something read, and what to show of it. */
export function Shown<Value>({ asked, again, children }: { asked: Asked<Value>; again: () => void; children: (value: Value) => ReactNode }) {
  if (asked.state === "loading") return <Loading />;
  if (asked.state === "failed") return <Failed error={asked.error} again={again} />;
  return <>{children(asked.value)}</>;
}

export function Note({ kind = "info", children }: { kind?: "info" | "good" | "warn" | "bad"; children: ReactNode }) {
  return (
    <div className={`l-note l-${kind}`} role={kind === "bad" || kind === "warn" ? "alert" : "status"}>
      {children}
    </div>
  );
}

export function LanguageButton() {
  const { t, language } = useLight(lightWords);
  return (
    <button type="button" className="l-language" lang={language === "zh" ? "en" : "zh-CN"} onClick={() => setLanguage(language === "zh" ? "en" : "zh")}>
      {t("light.other")}
    </button>
  );
}
