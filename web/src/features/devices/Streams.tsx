import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Popconfirm, Radio, Select } from "antd";
import { useState } from "react";
import { areasQuery } from "@/features/access/accounts";
import { keysQuery } from "@/features/access/keys/queries";
import { classesQuery, offerStream, streamChanges, streamsQuery, type Offered } from "@/features/devices/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const TONES: Partial<Record<string, Tone>> = { active: "malachite", paused: "ochre", stopped: "cinnabar", failed: "cinnabar" };

/** Readings that go on to business systems, for the purpose of a key, counted. */
export function Streams() {
  const { t, code } = useWords();
  const now = useNow();
  const cache = useQueryClient();
  const found = useQuery(streamsQuery);
  const classes = useQuery(classesQuery).data?.items ?? [];
  const areas = useQuery(areasQuery).data?.items ?? [];
  const [offering, setOffering] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const change = useMutation({ mutationFn: (act: () => Promise<unknown>) => act(), onSettled: () => cache.invalidateQueries({ queryKey: streamsQuery.queryKey }) });
  return (
    <>
      <Tools end={<Button type="primary" onClick={() => setOffering(true)}>{t("streams.new")}</Button>}>
        <span className={styles.faint}>{t("streams.hint")}</span>
      </Tools>
      {secret !== null && <Alert type="warning" showIcon closable title={t("streams.secret")} description={<code>{secret}</code>} />}
      {change.isError && <p role="alert" className={styles.note}>{explain(change.error, t)}</p>}
      <Listing
        source={whole(found)}
        label={t("devices.streams")}
        empty={t("streams.none")}
        columns={[
          { key: "name", title: t("streams.name"), as: "wide", show: (row) => <>{row.name}<span className={styles.sub}>{row.application} · {row.purpose}</span></> },
          { key: "to", title: t("streams.to"), as: "wide", show: (row) => <>{row.address}<span className={styles.sub}>{row.way}</span></> },
          { key: "what", title: t("streams.what"), as: "wide", show: (row) => [...row.class_codes.map((each) => classes.find((one) => one.code === each)?.name ?? each), ...row.metrics, ...(row.device_ids.length > 0 ? [t("devices.count", { n: row.device_ids.length })] : []), areas.find((one) => one.id === row.jurisdiction_id)?.name ?? ""].filter((part) => part !== "").join("、") || t("streams.all") },
          { key: "state", title: t("accounts.state"), show: (row) => <><Tag tone={TONES[row.state] ?? "stone"}>{code("stream_state", row.state)}</Tag>{row.reason !== "" && <span className={styles.sub}>{row.reason}</span>}</> },
          { key: "sent", title: t("streams.sent"), as: "number", show: (row) => <>{row.sent_readings.toLocaleString("en-US")}<span className={styles.sub}>{row.sent_at === null ? "—" : short(row.sent_at, now)}</span></> },
          { key: "behind", title: t("streams.behind"), as: "number", show: (row) => row.behind },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <>
                {row.state === "paused" || row.state === "stopped" ? (
                  <Button size="small" onClick={() => change.mutate(() => streamChanges.resume(row.id))}>{t("streams.resume")}</Button>
                ) : (
                  <Button size="small" onClick={() => change.mutate(() => streamChanges.pause(row.id))}>{t("streams.pause")}</Button>
                )}
                <Popconfirm title={t("streams.endSure")} okText={t("rules.end")} cancelText={t("form.cancel")} onConfirm={() => change.mutate(() => streamChanges.end(row.id))}>
                  <Button size="small" danger>{t("rules.end")}</Button>
                </Popconfirm>
              </>
            ),
          },
        ]}
      />
      {offering && <OfferDialog onMade={setSecret} onClose={() => setOffering(false)} />}
    </>
  );
}

function OfferDialog({ onMade, onClose }: { onMade: (secret: string | null) => void; onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const keys = useQuery(keysQuery).data?.items ?? [];
  const classes = useQuery(classesQuery).data?.items ?? [];
  const areas = useQuery(areasQuery).data?.items ?? [];
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  const send = async (asked: Offered): Promise<void> => {
    const made = await offerStream(asked);
    onMade(made.secret);
    await cache.invalidateQueries({ queryKey: streamsQuery.queryKey });
  };
  return (
    <AskDialog<Offered> title={t("streams.new")} ok={t("streams.offer")} width={560} initial={{ way: "webhook" }} send={send} onClose={onClose}>
      <Form.Item name="name" label={t("streams.name")} rules={required}><Input maxLength={100} /></Form.Item>
      <Form.Item name="key_id" label={t("streams.key")} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={keys.map((one) => ({ value: one.id, label: `${one.application} · ${one.purpose}` }))} />
      </Form.Item>
      <Form.Item name="way" label={t("streams.way")}><Radio.Group options={["webhook", "mqtt"]} /></Form.Item>
      <Form.Item name="address" label={t("streams.to")} rules={required}><Input maxLength={500} placeholder="https://…  /  mqtts://…:8883" /></Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("way") === "mqtt" && (
            <>
              <Form.Item name="topic" label={t("streams.topic")} rules={required}><Input maxLength={200} /></Form.Item>
              <Form.Item name="username" label={t("streams.username")}><Input maxLength={100} autoComplete="off" /></Form.Item>
              <Form.Item name="password" label={t("streams.password")}><Input.Password maxLength={200} autoComplete="new-password" /></Form.Item>
            </>
          )
        }
      </Form.Item>
      <Form.Item name="class_codes" label={t("devices.class")}>
        <Select mode="multiple" showSearch={{ optionFilterProp: "label" }} placeholder={t("streams.all")} options={classes.map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      <Form.Item name="jurisdiction_id" label={t("rules.place")}>
        <Select allowClear placeholder={t("rounds.everywhere")} options={areas.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
    </AskDialog>
  );
}
