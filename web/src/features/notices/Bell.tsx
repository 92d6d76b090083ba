import { BellOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Popover } from "antd";
import { useState } from "react";
import { noticesQuery, useRead } from "@/features/notices/queries";
import styles from "@/features/notices/notices.module.css";
import type { Notice } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, Failure } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** The inbox: how many wait, and a list that leads to what each is about. */
export function Bell({ className, children }: { className: string | undefined; children?: React.ReactNode }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const unread = useQuery(noticesQuery).data?.unread ?? 0;
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="rightBottom" arrow={false} content={<Inbox onLeave={() => setOpen(false)} />}>
      <button type="button" className={className} aria-expanded={open}>
        <BellOutlined aria-hidden="true" />
        {children}
        <span className="sr-only">{t("notices.unread", { n: unread })}</span>
        {unread > 0 && <span className={styles.badge} aria-hidden="true">{unread > 99 ? "99+" : unread}</span>}
      </button>
    </Popover>
  );
}

function Inbox({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords();
  const notices = useQuery(noticesQuery);
  const navigate = useNavigate();
  const read = useRead();
  const open = (notice: Notice): void => {
    if (notice.read_at === null) read.mutate(notice.id);
    onLeave();
    if (notice.link !== "") void navigate({ href: notice.link });
  };
  return (
    <section className={styles.inbox} aria-label={t("notices.title")}>
      <h2>{t("notices.title")}</h2>
      {notices.isPending && <Bar width="70%" />}
      {notices.isError && <Failure error={notices.error} retry={() => void notices.refetch()} />}
      {notices.data?.items.length === 0 && <p className={styles.empty}>{t("notices.empty")}</p>}
      <ul>
        {notices.data?.items.map((notice) => (
          <li key={notice.id}>
            <Line notice={notice} onOpen={() => open(notice)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const now = useNow();
  const { pick } = useWords();
  return (
    <button type="button" className={styles.line} data-unread={notice.read_at === null} onClick={onOpen}>
      <span>
        <b>{pick(notice.title, notice.title_en)}</b>
        <time dateTime={notice.at}>{short(notice.at, now)}</time>
      </span>
      <span>{notice.text}</span>
    </button>
  );
}
