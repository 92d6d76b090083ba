import { CopyButton } from "@/features/access/RecoveryCodes";
import styles from "@/features/access/factors.module.css";
import { useWords } from "@/shared/i18n";
import { exact } from "@/shared/time/format";

/** The one-time link to hand to the owner of an account; its token stands after the #, which no server is told. */
export function LinkBox({ link }: { link: { token: string; expires: string } }) {
  const { t } = useWords();
  const address = `${window.location.origin}/choose-password#${link.token}`;
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t("account.linkHint", { at: exact(link.expires).slice(0, 16) })}</p>
      <code className={styles.secret}>{address}</code>
      <div className={styles.buttons}>
        <CopyButton text={address} />
      </div>
    </div>
  );
}
