import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, InputNumber, Segmented, Select } from "antd";
import { useState } from "react";
import { adoptStranger, classesQuery, refuseStranger, strangersQuery, type Stranger } from "@/features/devices/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const STATES = ["waiting", "adopted", "refused"] as const;
type State = (typeof STATES)[number];

/** Who speaks to us and is in no registry: taken in, or refused. */
export function Strangers() {
  const { t, code } = useWords();
  const now = useNow();
  const cache = useQueryClient();
  const [state, setState] = useState<State>("waiting");
  const [taking, setTaking] = useState<Stranger | null>(null);
  const found = useInfiniteQuery(strangersQuery(state));
  const refuse = useMutation({ mutationFn: refuseStranger, onSettled: () => cache.invalidateQueries({ queryKey: ["strangers"] }) });
  const source = paged(found);
  const rows = source.rows?.map((one) => ({ ...one, id: `${one.source} ${one.external_id}` }));
  return (
    <>
      <Tools>
        <Segmented<State> value={state} onChange={setState} options={STATES.map((value) => ({ value, label: code("stranger_state", value) }))} />
        <span className={styles.faint}>{t("strangers.hint")}</span>
      </Tools>
      {refuse.isError && <p role="alert" className={styles.note}>{explain(refuse.error, t)}</p>}
      <Listing
        source={{ ...source, rows }}
        label={t("devices.strangers")}
        empty={t("strangers.none")}
        columns={[
          { key: "id", title: t("strangers.key"), as: "wide", show: (row) => <>{row.external_id}<span className={styles.sub}>{row.source}</span></> },
          { key: "reason", title: t("strangers.reason"), as: "wide", show: (row) => row.reason },
          { key: "messages", title: t("strangers.messages"), as: "number", show: (row) => row.messages },
          { key: "first", title: t("strangers.first"), as: "tight", show: (row) => short(row.first_at, now) },
          { key: "last", title: t("devices.seen"), as: "tight", show: (row) => short(row.last_at, now) },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) =>
              row.state === "waiting" && (
                <>
                  <Button size="small" type="primary" onClick={() => setTaking(row)}>{t("strangers.adopt")}</Button>
                  <Button size="small" onClick={() => refuse.mutate(row)}>{t("strangers.refuse")}</Button>
                </>
              ),
          },
        ]}
      />
      {taking !== null && <AdoptDialog stranger={taking} onClose={() => setTaking(null)} />}
    </>
  );
}

interface Asked {
  code: string;
  class_code: string;
  name?: string;
  address?: string;
  lon?: number | null;
  lat?: number | null;
}

function AdoptDialog({ stranger, onClose }: { stranger: Stranger; onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const classes = useQuery(classesQuery).data?.items ?? [];
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  const send = async ({ lon, lat, name, address, ...asked }: Asked): Promise<void> => {
    await adoptStranger(stranger, { ...asked, name: name ?? "", address: address ?? "", lon: lon ?? null, lat: lat ?? null });
    await Promise.all([cache.invalidateQueries({ queryKey: ["strangers"] }), cache.invalidateQueries({ queryKey: ["devices"] })]);
  };
  return (
    <AskDialog<Asked> title={t("strangers.adoptOf", { key: stranger.external_id })} ok={t("strangers.adopt")} initial={{ code: stranger.external_id }} send={send} onClose={onClose}>
      <Form.Item name="code" label={t("devices.code")} rules={required}><Input maxLength={80} /></Form.Item>
      <Form.Item name="class_code" label={t("devices.class")} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={classes.map((one) => ({ value: one.code, label: one.name }))} />
      </Form.Item>
      <Form.Item name="name" label={t("devices.name")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="address" label={t("case.place")}><Input maxLength={300} /></Form.Item>
      <Form.Item name="lon" label={t("devices.lon")}><InputNumber min={-180} max={180} style={{ width: "100%" }} /></Form.Item>
      <Form.Item name="lat" label={t("devices.lat")}><InputNumber min={-90} max={90} style={{ width: "100%" }} /></Form.Item>
    </AskDialog>
  );
}
