import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { sessionsQuery, useEndSession } from "@/features/access/session";
import styles from "@/features/access/sessions.module.css";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** One's own sessions; a forgotten one can be ended from here. */
export function SessionsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const now = useNow();
  const sessions = useQuery({ ...sessionsQuery, enabled: open });
  const end = useEndSession();
  return (
    <Modal open={open} onCancel={onClose} title={t("user.sessions")} footer={null} width={460}>
      {sessions.isPending && <Bar width="80%" />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      <ul className={styles.list}>
        {sessions.data?.items.map((row) => (
          <li key={row.id}>
            <span>
              {row.agent ?? row.address ?? short(row.started, now)}
              <small>{t("user.lastSeen", { at: short(row.last_seen, now) })}</small>
            </span>
            {row.current ? (
              <Tag tone="azurite">{t("user.current")}</Tag>
            ) : (
              <Button size="small" onClick={() => end.mutate(row.id)}>
                {t("user.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
