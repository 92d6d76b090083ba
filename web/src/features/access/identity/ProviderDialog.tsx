import { Alert, Form, Input, Modal, Select, Switch } from "antd";
import { identityChanges, useIdentityChange, type ProviderDraft } from "@/features/access/identity/queries";
import type { Provider } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

const FIELDS = {
  oidc: [
    ["issuer", "identity.issuer", true],
    ["client_id", "identity.clientId", true],
  ],
  wecom: [
    ["corp_id", "identity.corpId", true],
    ["agent_id", "identity.agentId", false],
    ["api", "identity.api", false],
    ["authorize", "identity.authorize", false],
  ],
} as const;

/** Sends what was typed; what was left empty takes the server's own default. */
function draftOf(asked: ProviderDraft, before: Provider | null): ProviderDraft {
  const typed = Object.entries({ ...before?.settings, ...asked.settings }).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const { secret, ...rest } = asked;
  return { ...rest, settings: Object.fromEntries(typed), ...(secret !== undefined && secret !== "" && { secret }) };
}

export function ProviderDialog({ provider, onClose }: { provider: Provider | null; onClose: () => void }) {
  const { t } = useWords();
  const [form] = Form.useForm<ProviderDraft>();
  const kind = (Form.useWatch("kind", form) as ProviderDraft["kind"] | undefined) ?? "oidc";
  const change = useIdentityChange((draft: ProviderDraft) => (provider === null ? identityChanges.addProvider(draft) : identityChanges.changeProvider(draft)));
  const required = { required: true, message: t("form.required") };
  const before = provider ?? { kind: "oidc", open: true, two_factors: false };
  return (
    <Modal
      open
      title={t(provider === null ? "identity.add" : "identity.edit")}
      okText={t("form.submit")}
      cancelText={t("form.cancel")}
      confirmLoading={change.isPending}
      width={520}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" initialValues={before} onFinish={(asked) => change.mutate(draftOf(asked, provider), { onSuccess: onClose })}>
        <Form.Item name="kind" label={t("identity.kind")}>
          <Select
            disabled={provider !== null}
            options={[
              { value: "oidc", label: "OpenID Connect" },
              { value: "wecom", label: "政务微信 WeCom" },
            ]}
          />
        </Form.Item>
        <Form.Item name="code" label={t("identity.code")} extra={t("identity.codeHint")} rules={[required]}>
          <Input disabled={provider !== null} maxLength={31} autoComplete="off" />
        </Form.Item>
        <Form.Item name="label_zh" label={t("identity.labelZh")} rules={[required]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="label_en" label={t("identity.labelEn")} rules={[required]}>
          <Input maxLength={40} />
        </Form.Item>
        {FIELDS[kind].map(([name, word, needed]) => (
          <Form.Item key={name} name={["settings", name]} label={t(word)} rules={needed ? [required] : []} extra={name === "api" ? t("identity.apiHint") : undefined}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        ))}
        <Form.Item name="secret" label={t("identity.secret")} extra={provider?.has_secret === true ? t("identity.secretKept") : undefined}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="two_factors" label={t("identity.two")} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="open" label={t("identity.on")} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
    </Modal>
  );
}
