import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useState } from "react";
import { inspect, OUTCOMES, type Outcome } from "@/features/devices/queries";
import type { FileOut } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { PhotoField } from "@/shared/parts/PhotoField";

/** What was found at a device. */
export function InspectDialog({ deviceId, name, onClose }: { deviceId: string; name: string; onClose: () => void }) {
  const { t, code } = useWords();
  const cache = useQueryClient();
  const [photos, setPhotos] = useState<FileOut[]>([]);
  const send = async ({ outcome, note }: { outcome: Outcome; note?: string }): Promise<void> => {
    await inspect(deviceId, { outcome, note: note?.trim() ?? "", readings: {}, photos: photos.map((one) => one.id) });
    await Promise.all([cache.invalidateQueries({ queryKey: ["inspections"] }), cache.invalidateQueries({ queryKey: ["devices"] })]);
  };
  return (
    <AskDialog<{ outcome: Outcome; note?: string }> title={t("rounds.inspectOf", { device: name })} ok={t("rounds.save")} initial={{ outcome: "in_order" }} send={send} onClose={onClose}>
      <Form.Item name="outcome" label={t("rounds.outcome")}>
        <Radio.Group options={OUTCOMES.map((value) => ({ value, label: code("inspection_outcome", value) }))} />
      </Form.Item>
      <Form.Item name="note" label={t("rounds.note")}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item label={t("rounds.photos")}>
        <PhotoField photos={photos} onChange={setPhotos} />
      </Form.Item>
    </AskDialog>
  );
}
