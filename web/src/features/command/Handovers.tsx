import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { commandChanges, handoverQuery, handoversQuery, useCommandChange } from "@/features/command/queries";
import { UnitSelect, useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Bar, explain, Failure, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Handovers 交接班: what is open is signed over, and taken by whoever comes next. */
export function Handovers() {
  const { t, code } = useWords();
  const now = useNow();
  const unitName = useUnitName();
  const found = useInfiniteQuery(handoversQuery);
  const change = useCommandChange();
  const [offering, setOffering] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const required = [{ required: true, message: t("form.required") }];
  return (
    <>
      <Tools
        end={
          <Button type="primary" onClick={() => setOffering(true)}>
            {t("handovers.new")}
          </Button>
        }
      >
        <span className={styles.faint}>{t("handovers.hint")}</span>
      </Tools>
      {change.isError && <p role="alert" className={styles.note}>{explain(change.error, t)}</p>}
      <Listing
        source={paged(found)}
        label={t("handovers.title")}
        empty={t("handovers.none")}
        onOpen={(row) => setOpened(row.id)}
        columns={[
          { key: "unit", title: t("cases.column.unit"), show: (row) => unitName(row.organisation_id) },
          { key: "from", title: t("handovers.from"), show: (row) => <>{row.from_name}<span className={styles.sub}>{short(row.offered_at, now)}</span></> },
          { key: "to", title: t("handovers.to"), show: (row) => <>{row.to_name ?? "—"}<span className={styles.sub}>{row.ended_at !== null && short(row.ended_at, now)}</span></> },
          { key: "note", title: t("step.text"), as: "wide", show: (row) => row.note || "—" },
          { key: "state", title: t("accounts.state"), show: (row) => <Tag tone={row.state === "offered" ? "ochre" : row.state === "taken" ? "malachite" : "stone"}>{code("handover_state", row.state)}</Tag> },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <>
                {row.next_steps.includes("withdraw") && (
                  <Button size="small" onClick={() => change.mutate(() => commandChanges.withdraw(row.id))}>
                    {t("handovers.withdraw")}
                  </Button>
                )}
                {row.next_steps.includes("take") && (
                  <Button size="small" type="primary" onClick={() => setOpened(row.id)}>
                    {t("handovers.take")}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {opened !== null && <Opened id={opened} onClose={() => setOpened(null)} />}
      {offering && (
        <AskDialog<{ unit: string; note?: string }> title={t("handovers.new")} ok={t("handovers.offer")} send={(asked) => change.mutateAsync(() => commandChanges.offer({ unit: asked.unit, note: asked.note ?? "" }))} onClose={() => setOffering(false)}>
          <Form.Item name="unit" label={t("cases.column.unit")} rules={required}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="note" label={t("step.text")}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </AskDialog>
      )}
    </>
  );
}

/** What is signed over, read before it is taken. */
function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, code } = useWords();
  const found = useQuery(handoverQuery(id));
  const change = useCommandChange();
  const items = found.data?.items ?? [];
  return (
    <Drawer
      open
      size={560}
      title={t("handovers.title")}
      onClose={onClose}
      extra={
        found.data?.next_steps.includes("take") === true && (
          <Button type="primary" loading={change.isPending} onClick={() => change.mutate(() => commandChanges.take(id), { onSuccess: onClose })}>
            {t("handovers.sign")}
          </Button>
        )
      }
    >
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      {found.isPending && <Bar width="60%" />}
      {found.isError && <Failure error={found.error} />}
      {found.data !== undefined && items.length === 0 && <Nothing title={t("handovers.empty")} />}
      <ul className={styles.cards}>
        {items.map((item) => (
          <li key={item.object_id}>
            <span>
              <Tag>{code("handed", item.kind)}</Tag> {item.text}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
