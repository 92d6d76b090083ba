import { Button } from "antd";
import { useState } from "react";
import styles from "@/features/access/factors.module.css";
import { useWords } from "@/shared/i18n";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t("codes.lead")}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <CopyButton text={codes.join("\n")} />
        <Button type="primary" onClick={onKept}>
          {t("codes.kept")}
        </Button>
      </div>
    </div>
  );
}

/** Copies where the browser lets it; elsewhere the text is there to be marked by hand. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  if (typeof navigator.clipboard === "undefined") return null;
  return <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t(copied ? "codes.copied" : "codes.copy")}</Button>;
}
