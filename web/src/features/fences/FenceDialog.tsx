import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Radio, Select } from "antd";
import { useMemo, useState } from "react";
import { classesQuery } from "@/features/devices/queries";
import { LazyFenceMap } from "@/features/fences/LazyFenceMap";
import { fenceChanges, fencesQuery, useFenceChange, type Fence } from "@/features/fences/queries";
import { cornersOf, crosses, type Corner } from "@/features/fences/rings";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { useWide } from "@/shared/parts/useWide";
import own from "@/features/fences/fences.module.css";

interface Asked {
  code: string;
  device_class: string;
  metric: string;
  side: "inside" | "outside";
  note: string;
}

/** Draws a fence on the map, or draws one anew that is in force. */
export function FenceDialog({ fence, onClose }: { fence?: Fence; onClose: () => void }) {
  const { t, code, pick } = useWords();
  const wide = useWide();
  const change = useFenceChange();
  const others = useQuery(fencesQuery).data?.items;
  const classes = (useQuery(classesQuery).data?.items ?? []).filter((one) => one.metrics.some((metric) => metric.kind === "longitude"));
  const [ring, setRing] = useState<readonly Corner[]>(() => (fence === undefined ? [] : cornersOf(fence.outline)));
  const shown = useMemo(() => (others ?? []).filter((one) => one.code !== fence?.code).map((one) => ({ code: one.code, corners: cornersOf(one.outline) })), [others, fence]);
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  const bad = ring.length < 3 || crosses(ring);
  const send = (asked: Asked): Promise<unknown> => change.mutateAsync(() => fenceChanges.draw({ ...asked, note: asked.note.trim(), ring: ring.map(([lon, lat]): [number, number] => [lon, lat]) }));
  const initial: Partial<Asked> = fence === undefined ? { side: "inside", note: "" } : { code: fence.code, device_class: fence.device_class, metric: fence.metric, side: fence.side, note: "" };
  return (
    <AskDialog<Asked> title={t(fence === undefined ? "fences.new" : "fences.move")} ok={t("rules.publish")} width={wide ? 900 : 480} initial={initial} send={send} onClose={onClose}>
      <div className={own.two}>
        <div>
          <p className={own.hint}>{t("fences.draw")}</p>
          <div className={own.map}><LazyFenceMap shown={shown} drawn={ring} onCorner={(corner) => setRing([...ring, corner])} /></div>
          <div className={own.bar}>
            <span>{t("fences.points", { n: ring.length })}</span>
            <Button size="small" disabled={ring.length === 0} onClick={() => setRing(ring.slice(0, -1))}>{t("fences.undo")}</Button>
            <Button size="small" disabled={ring.length === 0} onClick={() => setRing([])}>{t("fences.clear")}</Button>
          </div>
        </div>
        <div>
          <Form.Item name="code" label={t("fences.code")} rules={[...required, { pattern: /^[A-Za-z0-9_.-]{1,64}$/, message: t("fences.codeRule") }]}>
            <Input disabled={fence !== undefined} placeholder="HAZ.centre" />
          </Form.Item>
          <Form.Item name="device_class" label={t("devices.class")} rules={required}>
            <Select disabled={fence !== undefined} options={classes.map((one) => ({ value: one.code, label: pick(one.name, one.name_en ?? "") || one.name }))} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before: Asked, after: Asked) => before.device_class !== after.device_class}>
            {({ getFieldValue }) => (
              <Form.Item name="metric" label={t("fences.metric")} rules={required}>
                <Select
                  options={(classes.find((one) => one.code === getFieldValue("device_class"))?.metrics ?? [])
                    .filter((one) => one.kind !== "longitude" && one.kind !== "latitude")
                    .map((one) => ({ value: one.code, label: pick(one.name, one.name_en ?? "") || one.name }))}
                />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item name="side" label={t("fences.side")}>
            <Radio.Group options={(["inside", "outside"] as const).map((value) => ({ value, label: code("fence_side", value) }))} />
          </Form.Item>
          <Form.Item name="note" label={t("rules.why")} rules={[...required, { validator: () => (bad ? Promise.reject(new Error(t(ring.length < 3 ? "fences.few" : "fences.draw"))) : Promise.resolve()) }]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </div>
      </div>
    </AskDialog>
  );
}
