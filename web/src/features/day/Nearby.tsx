import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Modal } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { CaseNumber, placeWords } from "@/features/cases/list/pieces";
import { Photos } from "@/features/cases/one/Photos";
import { caseQuery } from "@/features/cases/queries";
import styles from "@/features/day/day.module.css";
import { nearbyQuery } from "@/features/day/queries";
import { api, body } from "@/shared/api/client";
import type { Case } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { StateTag, Tag } from "@/shared/parts/Tag";
import { exact } from "@/shared/time/format";

/** What else is open within 200 m: perhaps the same thing, perhaps on the way. */
export function Nearby({ shown }: { shown: Case }) {
  const { t } = useWords();
  const mayMerge = useMay("events.merge");
  const found = useQuery(nearbyQuery(shown.id));
  const [other, setOther] = useState<string | null>(null);
  if (found.isPending) return <Bar width="70%" />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return <p className={styles.faint}>{t("nearby.none")}</p>;
  return (
    <>
      <ul className={styles.nearby}>
        {found.data.items.map((row) => (
          <li key={row.id}>
            <span>
              <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                <CaseNumber number={row.number} />
              </Link>{" "}
              {row.title} <StateTag state={row.state} /> {row.alike && <Tag tone="azurite">{t("nearby.alike")}</Tag>}
              <small>
                {t("nearby.metres", { n: Math.round(row.metres) })} · {placeWords(row)}
              </small>
            </span>
            {mayMerge && (
              <Button size="small" onClick={() => setOther(row.id)}>
                {t("nearby.compare")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {other !== null && <MergeDialog shown={shown} otherId={other} onClose={() => setOther(null)} />}
    </>
  );
}

/** Two cases side by side, so that whoever merges them has seen both. */
function MergeDialog({ shown, otherId, onClose }: { shown: Case; otherId: string; onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const other = useQuery(caseQuery(otherId));
  const readAnew = () => Promise.all([["day"], ["case"], ["cases"]].map((queryKey) => cache.invalidateQueries({ queryKey })));
  const undo = useMutation({
    mutationFn: () => body(api.POST("/api/events/{event_id}/restore", { params: { path: { event_id: shown.event_id } } })),
    onSuccess: async () => {
      void message.success(t("merge.undone"));
      await readAnew();
    },
    onError: (error) => void message.error(explain(error, t)),
  });
  const merge = useMutation({
    mutationFn: (into: Case) => body(api.POST("/api/events/{event_id}/merge", { params: { path: { event_id: shown.event_id } }, body: { into: into.event_id } })),
    onSuccess: async () => {
      onClose();
      void message.success({
        content: (
          <>
            {t("merge.done")}{" "}
            <Button type="link" size="small" onClick={() => undo.mutate()}>
              {t("day.bulk.undo")}
            </Button>
          </>
        ),
        duration: 12,
      });
      await readAnew();
    },
  });
  const target = other.data;
  return (
    <Modal
      open
      width={920}
      title={t("merge.title")}
      okText={t("merge.into")}
      cancelText={t("merge.same")}
      okButtonProps={{ disabled: target === undefined, danger: true }}
      confirmLoading={merge.isPending}
      onCancel={onClose}
      onOk={() => {
        if (target !== undefined) merge.mutate(target);
      }}
    >
      <div className={styles.pair}>
        <Side title={t("merge.this")} one={shown} />
        {other.isError ? <Failure error={other.error} /> : target === undefined ? <Bar width="60%" /> : <Side title={t("merge.other")} one={target} />}
      </div>
      <p className={styles.faint}>{t("merge.hint")}</p>
      {merge.isError && <Alert type="error" showIcon title={explain(merge.error, t)} />}
    </Modal>
  );
}

function Side({ title, one }: { title: string; one: Case }) {
  const { t, code } = useWords();
  return (
    <section className={styles.side}>
      <h3>
        {title} · <CaseNumber number={one.number} /> <StateTag state={one.state} />
      </h3>
      <b>{one.title}</b>
      <p>{one.description || t("case.noDescription")}</p>
      <dl>
        <dt>{t("case.place")}</dt>
        <dd>{placeWords(one)}</dd>
        <dt>{t("case.channel")}</dt>
        <dd>
          {code("channel", one.channel)} · {t("case.reports.count", { n: one.reports })}
        </dd>
        <dt>{t("case.openedAt")}</dt>
        <dd>{exact(one.opened_at)}</dd>
        <dt>{t("case.unit")}</dt>
        <dd>{one.unit?.name ?? t("cases.noUnit")}</dd>
      </dl>
      <Photos photos={one.photos} />
    </section>
  );
}
