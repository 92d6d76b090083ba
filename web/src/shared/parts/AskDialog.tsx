import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Modal } from "antd";
import type { ReactNode } from "react";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

interface AskDialogProps<Asked> {
  title: string;
  ok: string;
  danger?: boolean;
  width?: number;
  initial?: Partial<Asked>;
  send: (asked: Asked) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog: it closes when what it sent was taken, and says why when it was not. */
export function AskDialog<Asked extends object>({ title, ok, danger = false, width = 480, initial, send, onClose, children }: AskDialogProps<Asked>) {
  const { t } = useWords();
  const [form] = Form.useForm<Asked>();
  const sending = useMutation({ mutationFn: send, onSuccess: onClose });
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t("form.cancel")}
      okButtonProps={{ danger }}
      confirmLoading={sending.isPending}
      width={width}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        // The form's own type for partial values is deeper than what is handed in here.
        {...(initial !== undefined && { initialValues: initial })}
        onFinish={(asked) => sending.mutate(asked)}
      >
        {children}
      </Form>
      {sending.isError && <Alert type="error" showIcon title={explain(sending.error, t)} />}
    </Modal>
  );
}
