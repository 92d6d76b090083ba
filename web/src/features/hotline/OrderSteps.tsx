import { App, Button, Form, Input, Radio, Select } from "antd";
import { useState, type ReactNode } from "react";
import { useMay } from "@/features/access/session";
import { needsRuling, stepsOf, type OrderStep } from "@/features/hotline/limits";
import { orderSteps, useOrderStep, type OrderRow, type Way } from "@/features/hotline/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { useNow } from "@/shared/time/clock";

interface StepProps {
  order: OrderRow;
  title: string;
  ok: string;
  send: (step: () => Promise<unknown>) => Promise<unknown>;
  onClose: () => void;
}

/** What can be done about an order now; each step says what it needs. */
export function OrderSteps({ order }: { order: OrderRow }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const now = useNow();
  const rights = { contact: useMay("hotline.contact"), answer: useMay("hotline.answer"), give: useMay("hotline.return"), rule: useMay("hotline.rule") };
  const change = useOrderStep(order.case_id);
  const [open, setOpen] = useState<OrderStep | null>(null);
  const steps = stepsOf(order, rights, now);
  if (steps.length === 0) return null;
  const props = (step: OrderStep): StepProps => ({
    order,
    title: `${t(`hotline.step.${step}`)} · ${order.number}`,
    ok: t(`hotline.step.${step}`),
    send: async (sent) => {
      await change.mutateAsync(sent);
      void message.success(t("hotline.done", { step: t(`hotline.step.${step}`) }));
    },
    onClose: () => setOpen(null),
  });
  return (
    <div className={styles.row} role="group" aria-label={t("case.steps")}>
      {steps.map((step, index) => (
        <Button key={step} size="small" type={index === 0 ? "primary" : "default"} danger={step === "return"} onClick={() => setOpen(step)}>
          {t(`hotline.step.${step}`)}
        </Button>
      ))}
      {open === "contact" && <Contact {...props("contact")} />}
      {open === "answer" && <Answer {...props("answer")} />}
      {open === "return" && <GiveBack {...props("return")} ruling={needsRuling(order, now)} />}
      {open === "extend" && <Extend {...props("extend")} />}
    </div>
  );
}

function useRequired(): { required: true; whitespace: boolean; message: string }[] {
  const { t } = useWords();
  return [{ required: true, whitespace: true, message: t("form.required") }];
}

interface Contacted {
  way: Way;
  reached: boolean;
  spoke_with?: string;
  note?: string;
}

function Contact({ order, title, ok, send, onClose }: StepProps) {
  const { t, code } = useWords();
  const sent = ({ way, reached, spoke_with, note }: Contacted): Promise<unknown> =>
    send(() => orderSteps.contact(order.id, { way, reached, note: note ?? "", ...(reached && spoke_with !== undefined && { spoke_with }) }));
  return (
    <AskDialog<Contacted> title={title} ok={ok} initial={{ way: "phone", reached: true, spoke_with: "reporter" }} send={sent} onClose={onClose}>
      <Form.Item name="way" label={t("hotline.way")}>
        <Radio.Group optionType="button" options={(["phone", "visit", "message", "online"] as const).map((value) => ({ value, label: code("contact_way", value) }))} />
      </Form.Item>
      <Form.Item name="reached" label={t("hotline.reached")}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={[
            { value: true, label: t("hotline.reachedYes") },
            { value: false, label: t("hotline.reachedNo") },
          ]}
        />
      </Form.Item>
      <When field="reached">
        <Form.Item name="spoke_with" label={t("hotline.spokeWith")}>
          <Radio.Group optionType="button" options={(["reporter", "family", "other"] as const).map((value) => ({ value, label: code("spoke_with", value) }))} />
        </Form.Item>
      </When>
      <Form.Item name="note" label={t("hotline.note")}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}

/** Shown while a yes-or-no field of the form says yes. */
function When({ field, children }: { field: string; children: ReactNode }) {
  return (
    <Form.Item noStyle shouldUpdate>
      {({ getFieldValue }) => (getFieldValue(field) === true ? children : null)}
    </Form.Item>
  );
}

interface Answered {
  text: string;
  resolution: string;
}

function Answer({ order, title, ok, send, onClose }: StepProps) {
  const { t, code } = useWords();
  const required = useRequired();
  return (
    <AskDialog<Answered> title={title} ok={ok} width={560} send={(asked) => send(() => orderSteps.answer(order.id, asked))} onClose={onClose}>
      <Form.Item name="resolution" label={t("hotline.resolution")} rules={required}>
        <Radio.Group optionType="button" buttonStyle="solid" options={(["solved", "explained", "unsolved"] as const).map((value) => ({ value, label: code("resolution", value) }))} />
      </Form.Item>
      <Form.Item name="text" label={t("hotline.text")} rules={required}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </AskDialog>
  );
}

interface GivenBack {
  reason: string;
  text: string;
  next_door?: string;
  ruling?: string;
}

function GiveBack({ order, title, ok, send, onClose, ruling }: StepProps & { ruling: boolean }) {
  const { t, code } = useWords();
  const required = useRequired();
  const sent = ({ next_door, ...asked }: GivenBack): Promise<unknown> => send(() => orderSteps.giveBack(order.id, { ...asked, next_door: next_door ?? "" }));
  return (
    <AskDialog<GivenBack> title={title} ok={ok} danger width={520} send={sent} onClose={onClose}>
      {ruling && <p className={styles.faint}>{t("hotline.rulingHint")}</p>}
      <Form.Item name="reason" label={t("hotline.returnReason")} rules={required}>
        <Select options={(["not_ours", "elsewhere", "repeat", "incomplete", "other"] as const).map((value) => ({ value, label: code("return_reason", value) }))} />
      </Form.Item>
      <Form.Item name="text" label={t("hotline.returnText")} rules={required}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="next_door" label={t("hotline.nextDoor")} extra={t("hotline.nextDoorHint")}>
        <Input maxLength={300} />
      </Form.Item>
      {ruling && (
        <Form.Item name="ruling" label={t("hotline.ruling")} rules={required}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </AskDialog>
  );
}

function Extend({ order, title, ok, send, onClose }: StepProps) {
  const { t } = useWords();
  return <ReasonDialog title={title} label={t("step.reason")} hint={t("hotline.extendHint")} ok={ok} send={(reason) => send(() => orderSteps.extend(order.id, reason))} onClose={onClose} />;
}
