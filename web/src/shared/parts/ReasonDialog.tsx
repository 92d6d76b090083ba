import { Form, Input } from "antd";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

interface ReasonDialogProps {
  title: string;
  label: string;
  ok: string;
  hint?: string;
  danger?: boolean;
  optional?: boolean;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for one text, mostly a reason that is kept. */
export function ReasonDialog({ title, label, ok, hint, danger = false, optional = false, send, onClose }: ReasonDialogProps) {
  const { t } = useWords();
  return (
    <AskDialog<{ reason?: string }> title={title} ok={ok} danger={danger} send={({ reason }) => send(reason ?? "")} onClose={onClose}>
      <Form.Item name="reason" label={label} extra={hint} rules={[{ required: !optional, whitespace: true, message: t("form.required") }]}>
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </AskDialog>
  );
}
