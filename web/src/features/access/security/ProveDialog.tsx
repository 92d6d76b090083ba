import { useMutation } from "@tanstack/react-query";
import { Alert, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { factors, type Proving } from "@/features/access/security/queries";
import { statusOf } from "@/shared/api/problem";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

type Kind = "password" | "code";

/** Asks once more who is there, before a factor changes: an open screen alone must not do. */
export function ProveDialog({ proving, hasPhone }: { proving: Proving; hasPhone: boolean }) {
  const { t } = useWords();
  const [kind, setKind] = useState<Kind>("password");
  const [form] = Form.useForm<{ proof: string }>();
  const prove = useMutation({ mutationFn: factors.prove, onSuccess: () => proving.proven() });
  return (
    <Modal
      open={proving.waiting !== null}
      title={t("prove.title")}
      okText={t("second.submit")}
      cancelText={t("form.cancel")}
      confirmLoading={prove.isPending}
      width={400}
      destroyOnHidden
      onCancel={proving.cancel}
      onOk={() => form.submit()}
    >
      <p>{t("prove.lead")}</p>
      {hasPhone && (
        <Segmented
          value={kind}
          onChange={setKind}
          style={{ margin: "10px 0" }}
          options={[
            { value: "password", label: t("prove.password") },
            { value: "code", label: t("prove.code") },
          ]}
        />
      )}
      <Form form={form} layout="vertical" preserve={false} requiredMark={false} onFinish={({ proof }) => prove.mutate(kind === "password" ? { password: proof } : { code: proof })}>
        <Form.Item name="proof" label={t(kind === "password" ? "prove.password" : "prove.code")} rules={[{ required: true, message: t("form.required") }]}>
          {kind === "password" ? <Input.Password autoComplete="current-password" autoFocus /> : <Input autoComplete="one-time-code" autoFocus />}
        </Form.Item>
      </Form>
      {prove.isError && <Alert type="error" title={statusOf(prove.error) === 422 ? t("prove.wrong") : explain(prove.error, t)} />}
    </Modal>
  );
}
