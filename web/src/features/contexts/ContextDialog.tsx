import { AutoComplete, Form, Input, InputNumber, Segmented } from "antd";
import { useState } from "react";
import { CODES, contextChanges, useContextChange, type ContextAsk } from "@/features/contexts/queries";
import { LazyMap } from "@/features/map/LazyMap";
import { moment, typed } from "@/features/silences/moments";
import { AreaPicker, DevicePicker } from "@/features/silences/Pickers";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

type Where = "area" | "device" | "circle";

interface Asked {
  code: string;
  area?: string;
  device?: string;
  radius?: number;
  begins?: string;
  ends?: string;
  reason: string;
}

type Point = readonly [number, number];

function placeOf(where: Where, asked: Asked, point: Point | null): Partial<ContextAsk> {
  if (where === "area") return asked.area === undefined ? {} : { jurisdiction_id: asked.area };
  if (where === "device") return asked.device === undefined ? {} : { device_id: asked.device };
  return point === null ? {} : { circle: { lon: point[0], lat: point[1], radius_m: asked.radius ?? 200 } };
}

/** Declares a named condition over an area, a device or a circle, for a time. */
export function ContextDialog({ onClose }: { onClose: () => void }) {
  const { t, code } = useWords();
  const change = useContextChange();
  const [where, setWhere] = useState<Where>("area");
  const [point, setPoint] = useState<Point | null>(null);
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  const send = (asked: Asked): Promise<unknown> => {
    const times = { ...(typed(asked.begins) && { begins: moment(asked.begins) }), ...(typed(asked.ends) && { ends: moment(asked.ends) }) };
    return change.mutateAsync(() => contextChanges.set({ code: asked.code.trim(), reason: asked.reason.trim(), source: "", ...placeOf(where, asked, point), ...times }));
  };
  const places = { area: t("quiet.area"), device: t("quiet.device"), circle: t("quiet.circle") };
  return (
    <AskDialog<Asked> title={t("contexts.new")} ok={t("quiet.make")} width={560} initial={{ radius: 200, reason: "" }} send={send} onClose={onClose}>
      <Form.Item name="code" label={t("contexts.code")} extra={t("contexts.codeHint")} rules={[...required, { pattern: /^[A-Za-z0-9_.-]{1,64}$/, message: t("contexts.codeHint") }]}>
        <AutoComplete options={CODES.map((value) => ({ value, label: `${value} · ${code("alarm_context", value)}` }))} />
      </Form.Item>
      <Form.Item label={t("quiet.where")}>
        <Segmented<Where> value={where} onChange={setWhere} options={(["area", "device", "circle"] as const).map((value) => ({ value, label: places[value] }))} />
      </Form.Item>
      {where === "area" && <Form.Item name="area" rules={required}><AreaPicker /></Form.Item>}
      {where === "device" && <Form.Item name="device" rules={required}><DevicePicker /></Form.Item>}
      {where === "circle" && (
        <>
          <p>{t("contexts.pick")}</p>
          <div style={{ position: "relative", height: 260, marginBottom: 12 }}><LazyMap point={point} onPick={setPoint} /></div>
          <Form.Item name="radius" label={t("contexts.radius")} rules={[{ required: true, message: t("form.required") }]}>
            <InputNumber min={1} max={100_000} style={{ width: "100%" }} />
          </Form.Item>
        </>
      )}
      <Form.Item name="begins" label={t("quiet.from")} extra={t("quiet.fromHint")}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="ends" label={t("quiet.until")} extra={t("quiet.untilOpen")}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={t("quiet.reason")} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}
