import { useQuery } from "@tanstack/react-query";
import { Alert, DatePicker, Form, Input, Modal, Select } from "antd";
import type { Dayjs } from "dayjs";
import { areasQuery, rolesQuery } from "@/features/access/accounts";
import factors from "@/features/access/factors.module.css";
import { makeKey, useKeyChange, type NewKey } from "@/features/access/keys/queries";
import { CopyButton } from "@/features/access/RecoveryCodes";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";
import { dayEnd } from "@/shared/time/format";

interface Asked {
  application: string;
  purpose: string;
  roles: string[];
  jurisdiction?: string;
  expires?: Dayjs | null;
}

const keyOf = ({ application, purpose, roles, jurisdiction, expires }: Asked): NewKey => ({
  application,
  purpose,
  grants: roles.map((role) => ({ role, ...(jurisdiction !== undefined && { jurisdiction }) })),
  ...(expires && { expires: dayEnd(expires.format("YYYY-MM-DD")) }),
});

/** Makes a key and shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t, pick } = useWords();
  const roles = useQuery(rolesQuery);
  const areas = useQuery(areasQuery);
  const make = useKeyChange(makeKey);
  const [form] = Form.useForm<Asked>();
  const required = [{ required: true, message: t("form.required") }];
  const made = make.data;
  // An administrator's role is for people.
  const given = roles.data?.items.filter((role) => !role.code.endsWith("_admin") || role.code === "data_admin") ?? [];
  return (
    <Modal
      open
      title={t(made === undefined ? "apiKeys.new" : "apiKeys.made")}
      okText={t(made === undefined ? "form.submit" : "form.close")}
      cancelText={t("form.cancel")}
      cancelButtonProps={{ hidden: made !== undefined }}
      closable={made === undefined}
      mask={{ closable: false }}
      confirmLoading={make.isPending}
      width={480}
      onCancel={onClose}
      onOk={() => (made === undefined ? form.submit() : onClose())}
    >
      {made === undefined ? (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(asked) => make.mutate(keyOf(asked))}>
          <Form.Item name="application" label={t("apiKeys.application")} rules={required}>
            <Input maxLength={100} autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="purpose" label={t("apiKeys.purpose")} extra={t("apiKeys.purposeHint")} rules={required}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="roles" label={t("apiKeys.roles")} rules={required}>
            <Select mode="multiple" options={given.map((role) => ({ value: role.code, label: pick(role.label_zh, role.label_en) }))} />
          </Form.Item>
          <Form.Item name="jurisdiction" label={t("accounts.area")}>
            <Select placeholder={t("accounts.everywhere")} allowClear options={areas.data?.items.map((area) => ({ value: area.id, label: area.name })) ?? []} />
          </Form.Item>
          <Form.Item name="expires" label={t("apiKeys.expires")} extra={t("apiKeys.expiresHint")}>
            <DatePicker style={{ width: "100%" }} />
          </Form.Item>
        </Form>
      ) : (
        <div className={factors.stack}>
          <p className={factors.lead}>{t("apiKeys.madeHint")}</p>
          <code className={factors.secret}>{made.key}</code>
          <div className={factors.buttons}>
            <CopyButton text={made.key} />
          </div>
        </div>
      )}
      {make.isError && <Alert type="error" title={explain(make.error, t)} />}
    </Modal>
  );
}
