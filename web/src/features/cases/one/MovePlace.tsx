import { EnvironmentOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input, InputNumber, Modal } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import styles from "@/features/cases/one/one.module.css";
import type { Point } from "@/features/map/geometry";
import { LazyMap } from "@/features/map/LazyMap";
import { api, body } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";
import { useSubmitKey } from "@/shared/parts/useSubmitKey";

export interface Moved {
  eventId: string;
  number: string;
  point: Point | null;
  text: string;
}

/** A button beside a place that was told wrongly; nobody without the right sees it. */
export function MovePlace(moved: Moved) {
  const { t } = useWords();
  const may = useMay("events.move");
  const [moving, setMoving] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button size="small" icon={<EnvironmentOutlined aria-hidden="true" />} onClick={() => setMoving(true)}>
        {t("move.button")}
      </Button>
      {moving && <MoveDialog {...moved} onClose={() => setMoving(false)} />}
    </>
  );
}

interface Values {
  text: string;
  reason: string;
}

/** The case of an event has the event's id: one change moves both. */
function useMove(eventId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ point, ...said }: Values & { point: Point }) =>
      body(api.POST("/api/events/{event_id}/move", { params: { path: { event_id: eventId } }, body: { lon: point[0], lat: point[1], datum: "CGCS2000", ...said } })),
    onSuccess: () => Promise.all([["case", eventId], ["cases"], ["day"], ["events"], ["map"]].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}

function MoveDialog({ eventId, number, point, text, onClose }: Moved & { onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [spot, setSpot] = useState<Point | null>(point);
  const move = useMove(eventId);
  const send = (said: Values): void => {
    if (spot === null) return;
    move.mutate(
      { ...said, text: said.text.trim(), point: spot },
      {
        onSuccess: () => {
          onClose();
          void message.success(t("move.done"));
        },
      },
    );
  };
  useSubmitKey(() => {
    if (!move.isPending) form.submit();
  });
  return (
    <Modal open width={720} style={{ top: 24 }} title={t("move.title", { number })} okText={t("move.ok")} cancelText={t("form.cancel")} okButtonProps={{ disabled: spot === null }} confirmLoading={move.isPending} onCancel={onClose} onOk={() => form.submit()}>
      <p className={styles.faint}>{spot === null ? t("move.pickFirst") : t("move.hint")}</p>
      <div className={styles.moveMap}>
        <LazyMap point={spot} onPick={setSpot} />
      </div>
      <div className={styles.spot}>
        <Degrees label={t("move.lon")} value={spot?.[0]} most={180} onChange={(lon) => setSpot([lon, spot?.[1] ?? 31.24])} />
        <Degrees label={t("move.lat")} value={spot?.[1]} most={90} onChange={(lat) => setSpot([spot?.[0] ?? 121.4, lat])} />
      </div>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ text, reason: "" }} onFinish={send}>
        <Form.Item name="text" label={t("move.text")}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="reason" label={t("move.reason")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
      {move.isError && <Alert type="error" showIcon title={explain(move.error, t)} />}
    </Modal>
  );
}

function Degrees({ label, value, most, onChange }: { label: string; value: number | undefined; most: number; onChange: (value: number) => void }) {
  return (
    <label>
      {label}
      <InputNumber min={-most} max={most} step={0.0001} precision={6} controls={false} {...(value !== undefined && { value })} onChange={(next) => next !== null && onChange(next)} />
    </label>
  );
}
