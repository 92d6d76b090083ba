import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Modal, Select } from "antd";
import { accountChanges, areasQuery, holdingsQuery, rolesQuery, useAccountChange } from "@/features/access/accounts";
import styles from "@/features/access/accounts.module.css";
import type { Account } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, explain } from "@/shared/parts/States";

interface Asked {
  role: string;
  jurisdiction?: string;
}

/** The roles one account holds, each over the whole district or over one street; more are added below. */
export function HoldingsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t, code, pick } = useWords();
  const held = useQuery(holdingsQuery(account.id));
  const roles = useQuery(rolesQuery);
  const areas = useQuery(areasQuery);
  const change = useAccountChange();
  const [form] = Form.useForm<Asked>();
  const where = (id: string | null): string => areas.data?.items.find((area) => area.id === id)?.name ?? (id === null ? t("accounts.everywhere") : t("accounts.part"));
  return (
    <Modal open title={t("accounts.rolesOf", { name: account.name })} footer={null} width={520} onCancel={onClose}>
      {held.isPending && <Bar width="60%" />}
      {held.isError && <Alert type="error" title={explain(held.error, t)} />}
      <ul className={styles.held}>
        {held.data?.items.map((holding) => (
          <li key={holding.id}>
            <span>
              {code("position_role", holding.role)} <small>{where(holding.jurisdiction)}</small>
            </span>
            <Button size="small" onClick={() => change.mutate(() => accountChanges.revoke(account.id, holding.id))}>
              {t("accounts.revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        form={form}
        layout="inline"
        className={styles.granting}
        onFinish={({ role, jurisdiction }) => change.mutate(() => accountChanges.grant(account.id, role, jurisdiction), { onSuccess: () => form.resetFields() })}
      >
        <Form.Item name="role" rules={[{ required: true, message: t("form.required") }]}>
          <Select
            aria-label={t("accounts.roles")}
            placeholder={t("accounts.roles")}
            style={{ width: 170 }}
            options={roles.data?.items.map((role) => ({ value: role.code, label: pick(role.label_zh, role.label_en) })) ?? []}
          />
        </Form.Item>
        <Form.Item name="jurisdiction">
          <Select
            aria-label={t("accounts.area")}
            placeholder={t("accounts.everywhere")}
            allowClear
            style={{ width: 170 }}
            options={areas.data?.items.map((area) => ({ value: area.id, label: area.name })) ?? []}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t("accounts.grant")}
        </Button>
      </Form>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
    </Modal>
  );
}
