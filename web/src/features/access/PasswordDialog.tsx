import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Form, Input, Modal } from "antd";
import { useSession } from "@/features/access/session";
import { api, done } from "@/shared/api/client";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

interface Passwords {
  old: string;
  password: string;
}

/** One's own password; it cannot be put off when the present one was given by somebody else. */
export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const forced = useSession()?.must_change_password ?? false;
  const [form] = Form.useForm<Passwords>();
  const change = useMutation({
    mutationFn: (passwords: Passwords) => done(api.POST("/api/session/password", { body: passwords })),
    onSuccess: async () => {
      await cache.invalidateQueries();
      void message.success(t("password.changed"));
      onClose();
    },
  });
  const required = { required: true, message: t("form.required") };
  return (
    <Modal
      open={open || forced}
      title={t("user.password")}
      okText={t("form.submit")}
      cancelText={t("form.cancel")}
      closable={!forced}
      cancelButtonProps={{ hidden: forced }}
      confirmLoading={change.isPending}
      destroyOnHidden
      width={420}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {forced && <Alert type="info" title={t("password.forced")} style={{ marginBottom: 16 }} />}
      <Form form={form} layout="vertical" preserve={false} onFinish={(passwords) => change.mutate(passwords)}>
        <Form.Item name="old" label={t("password.old")} rules={[required]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("password.new")}
          rules={[required, { min: 12, message: t("setUp.passwordHint") }]}
          extra={t("setUp.passwordHint")}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
    </Modal>
  );
}
