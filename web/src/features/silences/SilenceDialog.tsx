import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { classesQuery } from "@/features/devices/queries";
import { rulesQuery } from "@/features/rules/queries";
import { hoursOn, moment, typed } from "@/features/silences/moments";
import { AreaPicker, DevicePicker } from "@/features/silences/Pickers";
import { KINDS, silenceChanges, useSilenceChange, type Silence, type SilenceAsk } from "@/features/silences/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { useNow } from "@/shared/time/clock";

interface Asked {
  kind: SilenceAsk["kind"];
  class_code?: string;
  rule?: string;
  jurisdiction_id?: string;
  device_id?: string;
  starts?: string;
  ends: string;
  reason: string;
}

/** What a silence asks for, from what stands in the form. */
function askOf({ kind, class_code, rule, jurisdiction_id, device_id, starts, ends, reason }: Asked, like: Silence | undefined): SilenceAsk {
  const labels = {
    ...(class_code !== undefined && { class_code }),
    ...(rule !== undefined && { rule }),
    ...(jurisdiction_id !== undefined && { jurisdiction_id }),
    ...(device_id !== undefined && { device_id }),
    ...(like?.maintainer_id != null && { maintainer_id: like.maintainer_id }),
    ...(like?.condition != null && rule === like.rule && { condition: like.condition }),
  };
  return { kind: kind ?? "silence", ...labels, ...(typed(starts) && { starts_at: moment(starts) }), ends_at: moment(ends), reason: reason.trim() };
}

function initialOf(like: Silence | undefined, ends: string): Partial<Asked> {
  if (like === undefined) return { kind: "silence", ends, reason: "" };
  const { class_code, rule, jurisdiction_id, device_id } = like;
  return {
    ...{ kind: like.kind, ends, reason: like.reason },
    ...(class_code !== null && { class_code }),
    ...(rule !== null && { rule }),
    ...(jurisdiction_id !== null && { jurisdiction_id }),
    ...(device_id !== null && { device_id }),
  };
}

/** Announces a silence, a maintenance window or a drill; `like` fills it in as another one was. */
export function SilenceDialog({ like, onClose }: { like?: Silence; onClose: () => void }) {
  const { t, code, pick } = useWords();
  const now = useNow();
  const change = useSilenceChange();
  const classes = useQuery(classesQuery).data?.items ?? [];
  const rules = useQuery(rulesQuery).data?.rules ?? [];
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  const send = (asked: Asked): Promise<unknown> => change.mutateAsync(() => silenceChanges.make(askOf(asked, like)));
  return (
    <AskDialog<Asked> title={t("quiet.new")} ok={t("quiet.make")} width={560} initial={initialOf(like, hoursOn(now, 4))} send={send} onClose={onClose}>
      <Form.Item name="kind" label={t("quiet.kind")} extra={t("quiet.drillHint")}>
        <Select options={KINDS.map((value) => ({ value, label: code("silence_kind", value) }))} />
      </Form.Item>
      <Form.Item name="jurisdiction_id" label={t("quiet.area")}>
        <AreaPicker />
      </Form.Item>
      <Form.Item name="device_id" label={t("quiet.device")}>
        <DevicePicker named={like?.device_name} />
      </Form.Item>
      <Form.Item name="class_code" label={t("quiet.class")}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={classes.map((one) => ({ value: one.code, label: pick(one.name, one.name_en ?? "") || one.name }))} />
      </Form.Item>
      <Form.Item name="rule" label={t("quiet.rule")} extra={t("quiet.atLeast")}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={rules.map((one) => ({ value: one.code, label: pick(one.name_zh ?? "", one.name_en ?? "") || one.code }))} />
      </Form.Item>
      <Form.Item name="starts" label={t("quiet.from")} extra={t("quiet.fromHint")}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="ends" label={t("quiet.until")} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={t("quiet.reason")} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}
