import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { openScreen } from "@/features/wall/openScreen";
import styles from "@/features/wall/wall.module.css";
import { statusOf } from "@/shared/api/problem";
import { useWords } from "@/shared/i18n";

/** Where the code is typed that opens a display. */
export function Opening({ ended, onOpened }: { ended: boolean; onOpened: () => void }) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const opening = useMutation({ mutationFn: openScreen, onSuccess: onOpened });
  return (
    <main className={styles.opening}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          opening.mutate(code);
        }}
      >
        <h1>{t("wall.open.title")}</h1>
        {ended && <p role="alert">{t("wall.open.ended")}</p>}
        <p>{t("wall.open.lead")}</p>
        <label>
          {t("wall.open.code")}
          <input value={code} onChange={(event) => setCode(event.target.value.toUpperCase())} autoFocus autoComplete="off" spellCheck={false} maxLength={12} placeholder="XXXX-XXXX" />
        </label>
        {opening.isError && <p role="alert">{statusOf(opening.error) === 0 ? t("wall.open.failed") : t("wall.open.wrong")}</p>}
        <button type="submit" disabled={code.replace(/[^A-Z0-9]/g, "").length < 8 || opening.isPending}>
          {t("wall.open.submit")}
        </button>
        <a href="/">{t("wall.open.signIn")}</a>
      </form>
    </main>
  );
}
