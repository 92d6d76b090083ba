import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Form, Input, Modal } from "antd";
import { accountChanges, type NewAccount } from "@/features/access/accounts";
import { LinkBox } from "@/features/access/LinkBox";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** Makes an account; its owner chooses the password by a link, so that no administrator knows it. */
export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const [form] = Form.useForm<NewAccount>();
  const create = useMutation({ mutationFn: accountChanges.create, onSuccess: () => cache.invalidateQueries({ queryKey: ["accounts"] }) });
  const required = { required: true, message: t("form.required") };
  const made = create.data;
  return (
    <Modal
      open
      title={made === undefined ? t("accounts.new") : made.account.name}
      okText={t(made === undefined ? "form.submit" : "form.close")}
      cancelText={t("form.cancel")}
      cancelButtonProps={{ hidden: made !== undefined }}
      confirmLoading={create.isPending}
      width={460}
      onCancel={onClose}
      onOk={() => (made === undefined ? form.submit() : onClose())}
    >
      {made === undefined ? (
        <Form form={form} layout="vertical" onFinish={(account) => create.mutate(account)}>
          <Form.Item name="name" label={t("setUp.name")} rules={[required]}>
            <Input autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="username" label={t("signIn.username")} rules={[required]}>
            <Input autoComplete="off" />
          </Form.Item>
        </Form>
      ) : (
        <LinkBox link={made.link} />
      )}
      {create.isError && <Alert type="error" title={explain(create.error, t)} />}
    </Modal>
  );
}
