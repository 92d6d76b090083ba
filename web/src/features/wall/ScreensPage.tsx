import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { areasQuery } from "@/features/access/accounts";
import accounts from "@/features/access/accounts.module.css";
import factors from "@/features/access/factors.module.css";
import styles from "@/features/wall/screens.module.css";
import { api, body, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Listing, whole } from "@/shared/parts/Listing";
import { Page } from "@/shared/parts/Page";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Row = components["schemas"]["ScreenOut"];
type Asked = components["schemas"]["ScreenAsk"];

const screensQuery = queryOptions({ queryKey: ["screens"], queryFn: () => body(api.GET("/api/screens")), refetchInterval: 10_000 });

function useChange<In, Out>(change: (asked: In) => Promise<Out>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => cache.invalidateQueries({ queryKey: screensQuery.queryKey }) });
}

/** Displays of the wall: named here, opened by their code at the display, ended here. */
export function ScreensPage() {
  const { t } = useWords();
  const screens = useQuery(screensQuery);
  const [making, setMaking] = useState(false);
  const end = useChange((id: string) => done(api.DELETE("/api/screens/{screen_id}", { params: { path: { screen_id: id } } })));
  const areas = useQuery(areasQuery).data?.items ?? [];
  const now = useNow();
  return (
    <Page
      title={t("screens.title")}
      aside={
        <Button type="primary" className={accounts.new} onClick={() => setMaking(true)}>
          {t("screens.new")}
        </Button>
      }
    >
      <p className={styles.lead}>{t("screens.lead")}</p>
      {end.isError && <Alert type="error" title={explain(end.error, t)} />}
      <Listing
        source={whole(screens)}
        label={t("screens.title")}
        empty={t("screens.none")}
        columns={[
          { key: "name", title: t("screens.name"), show: (row) => row.name },
          { key: "where", title: t("screens.where"), show: (row) => (row.jurisdiction_id === null ? t("screens.whole") : areas.find((area) => area.id === row.jurisdiction_id)?.name) },
          { key: "state", title: t("screens.state"), show: (row) => <State row={row} now={now} /> },
          { key: "used", title: t("screens.used"), as: "faint", show: (row) => (row.last_used === null ? "—" : short(row.last_used, now)) },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) =>
              row.ended === null && (
                <Sure title={t("screens.endSure")} onSure={() => end.mutate(row.id)}>
                  <Button size="small" danger>
                    {t("screens.end")}
                  </Button>
                </Sure>
              ),
          },
        ]}
      />
      {making && <NewScreen onClose={() => setMaking(false)} />}
    </Page>
  );
}

function State({ row, now }: { row: Row; now: Date }) {
  const { t } = useWords();
  if (row.ended !== null) return <Tag>{t("screens.ended")}</Tag>;
  if (row.opened_at !== null) return <Tag tone="malachite">{t("screens.open")}</Tag>;
  return new Date(row.code_until) <= now ? <Tag>{t("screens.over")}</Tag> : <Tag tone="ochre">{t("screens.waiting")}</Tag>;
}

/** Names a display and shows its code this once. */
function NewScreen({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const areas = useQuery(areasQuery);
  const now = useNow();
  const make = useChange((asked: Asked) => body(api.POST("/api/screens", { body: asked })));
  const [form] = Form.useForm<Asked>();
  const made = make.data;
  return (
    <Modal
      open
      title={t(made === undefined ? "screens.new" : "screens.code")}
      okText={t(made === undefined ? "form.submit" : "screens.done")}
      cancelText={t("form.cancel")}
      cancelButtonProps={{ hidden: made !== undefined }}
      mask={{ closable: false }}
      confirmLoading={make.isPending}
      width={480}
      onCancel={onClose}
      onOk={() => (made === undefined ? form.submit() : onClose())}
    >
      {made === undefined ? (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(asked) => make.mutate(asked)}>
          <Form.Item name="name" label={t("screens.name")} extra={t("screens.nameHint")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
            <Input maxLength={60} autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="jurisdiction" label={t("screens.where")}>
            <Select placeholder={t("screens.whole")} allowClear options={areas.data?.items.map((area) => ({ value: area.id, label: area.name })) ?? []} />
          </Form.Item>
        </Form>
      ) : (
        <div className={factors.stack}>
          <p className={factors.lead}>{t("screens.codeHint", { url: `${window.location.origin}/wall`, at: short(made.until, now) })}</p>
          <code className={styles.code} data-code>
            {made.code}
          </code>
        </div>
      )}
      {make.isError && <Alert type="error" title={explain(make.error, t)} />}
    </Modal>
  );
}
