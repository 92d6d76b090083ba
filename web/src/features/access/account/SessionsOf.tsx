import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { Sure } from "@/features/access/account/Sure";
import { accountChanges, sessionsOfQuery, useAccountChange } from "@/features/access/accounts";
import { deviceOf } from "@/features/access/security/device";
import styles from "@/features/access/security/security.module.css";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { explain } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Where somebody is signed in; the administrator ends one session or all. */
export function SessionsOf({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const now = useNow();
  const rows = useQuery(sessionsOfQuery(accountId)).data?.items ?? [];
  const change = useAccountChange();
  const all = (
    <Sure title={t("security.removeSure")} onSure={() => change.mutate(() => accountChanges.endSessions(accountId))}>
      <Button size="small">{t("account.endAll")}</Button>
    </Sure>
  );
  return (
    <Card title={t("account.sessions")} aside={rows.length > 1 ? all : undefined}>
      {rows.length === 0 && <p className={styles.faint}>{t("account.noSessions")}</p>}
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <span title={row.agent ?? undefined}>
              {deviceOf(row.agent)}
              <small>
                {row.address !== null && t("security.address", { address: row.address })} · {t("user.lastSeen", { at: short(row.last_seen, now) })}
              </small>
            </span>
            <Button size="small" onClick={() => change.mutate(() => accountChanges.endSession(accountId, row.id))}>
              {t("user.end")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
