import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { PasswordDialog } from "@/features/access/PasswordDialog";
import { Factors } from "@/features/access/security/Factors";
import { securityQuery } from "@/features/access/security/queries";
import { Sessions } from "@/features/access/security/Sessions";
import styles from "@/features/access/security/security.module.css";
import { useSession } from "@/features/access/session";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Bar, Failure } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** One's own security: password, second factors, where one is signed in. */
export function SecurityPage() {
  const { t, pick } = useWords();
  const now = useNow();
  const session = useSession();
  const security = useQuery(securityQuery);
  const [changing, setChanging] = useState(false);
  return (
    <div className={styles.page}>
      <h1>
        {t("security.title")} <small>{session?.username}</small>
      </h1>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card title={t("security.password")}>
            <div className={styles.row}>
              <span className={styles.faint}>{t("security.passwordHint")}</span>
              <Button onClick={() => setChanging(true)}>{t("security.change")}</Button>
            </div>
          </Card>
          {security.isPending && <Bar width="60%" />}
          {security.isError && <Failure error={security.error} retry={() => void security.refetch()} />}
          {security.data !== undefined && <Factors security={security.data} />}
        </div>
        <div className={styles.column}>
          <Card title={t("user.sessions")}>
            <Sessions />
          </Card>
          <Card title={t("security.links")}>
            {security.data?.links.length === 0 && <p className={styles.faint}>{t("security.noLinks")}</p>}
            <ul className={styles.list}>
              {security.data?.links.map((link) => (
                <li key={link.provider}>
                  <span>
                    {pick(link.label_zh, link.label_en)}
                    <small>{link.last_used === null ? t("security.unused") : t("security.used", { at: short(link.last_used, now) })}</small>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </div>
  );
}
