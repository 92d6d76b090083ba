import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { deviceOf } from "@/features/access/security/device";
import styles from "@/features/access/security/security.module.css";
import { sessionsQuery, useEndSession } from "@/features/access/session";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Where one is signed in: device, address, last use; a forgotten one is ended from here. */
export function Sessions() {
  const { t } = useWords();
  const now = useNow();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  if (sessions.isPending) return <Bar width="80%" />;
  if (sessions.isError) return <Failure error={sessions.error} retry={() => void sessions.refetch()} />;
  return (
    <ul className={styles.list}>
      {sessions.data.items.map((row) => (
        <li key={row.id}>
          <span title={row.agent ?? undefined}>
            {deviceOf(row.agent)}
            <small>
              {row.address !== null && t("security.address", { address: row.address })} · {t("user.lastSeen", { at: short(row.last_seen, now) })}
            </small>
          </span>
          {row.current ? (
            <Tag tone="azurite">{t("user.current")}</Tag>
          ) : (
            <Button size="small" loading={end.isPending} onClick={() => end.mutate(row.id)}>
              {t("user.end")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
