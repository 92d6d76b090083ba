import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { elsewhere } from "@/features/events/elsewhere";
import { eventQuery, nextDoorQuery, refuse, REFUSALS, useTriage, type Refusal } from "@/features/events/triage";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

/** Says no to a report, with the reason and who answers instead. */
export function RefuseDialog({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const { t, code, pick } = useWords();
  const judge = useTriage();
  const event = useQuery(eventQuery(eventId)).data;
  const door = useQuery({ ...nextDoorQuery(event?.text ?? "", "not_ours"), enabled: event !== undefined }).data;
  const there = event === undefined ? null : elsewhere(event.place);
  const suggested = there?.door ?? (door === undefined ? null : pick(door.text, door.text_en));
  const required = [{ required: true, message: t("form.required") }];
  return (
    <AskDialog<Refusal> title={t("triage.refuse")} ok={t("triage.refuse")} danger send={(why) => judge.mutateAsync(() => refuse(eventId, why))} onClose={onClose}>
      <Form.Item name="reason" label={t("triage.why")} rules={required}>
        <Select options={REFUSALS.map((value) => ({ value, label: code("refusal", value) }))} />
      </Form.Item>
      <Form.Item name="text" label={t("triage.text")} rules={required}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="next_door" label={t("triage.nextDoor")} extra={suggested !== null && t("triage.suggested", { door: suggested })}>
        <Input placeholder={there === null ? door?.name : there.door} />
      </Form.Item>
    </AskDialog>
  );
}
