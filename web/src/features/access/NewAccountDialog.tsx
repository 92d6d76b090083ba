import { Alert, Form, Input, Modal } from "antd";
import { accountChanges, useAccountChange, type NewAccount } from "@/features/access/accounts";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [form] = Form.useForm<NewAccount>();
  const change = useAccountChange();
  const required = { required: true, message: t("form.required") };
  return (
    <Modal
      open
      title={t("accounts.new")}
      okText={t("form.submit")}
      cancelText={t("form.cancel")}
      confirmLoading={change.isPending}
      width={420}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={(account) => change.mutate(() => accountChanges.create(account), { onSuccess: onClose })}>
        <Form.Item name="name" label={t("setUp.name")} rules={[required]}>
          <Input autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="username" label={t("signIn.username")} rules={[required]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("accounts.firstPassword")}
          rules={[required, { min: 12, message: t("setUp.passwordHint") }]}
          extra={t("accounts.firstPasswordHint")}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
    </Modal>
  );
}
