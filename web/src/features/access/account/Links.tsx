import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Select } from "antd";
import { Sure } from "@/features/access/account/Sure";
import { accountChanges, linksQuery, providersQuery, useAccountChange, type NewLink } from "@/features/access/accounts";
import styles from "@/features/access/security/security.module.css";
import { useSession } from "@/features/access/session";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { explain } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

interface Asked {
  provider: string;
  by: "subject" | "username" | "email";
  value: string;
}

const linkOf = ({ provider, by, value }: Asked): NewLink => (by === "subject" ? { provider, subject: value.trim() } : { provider, claim: by, value: value.trim() });

/** Who the owner of an account is elsewhere: linked, or registered ahead of their first sign-in there. */
export function Links({ accountId }: { accountId: string }) {
  const { t, pick } = useWords();
  const now = useNow();
  const links = useQuery(linksQuery(accountId)).data?.items ?? [];
  const providers = useQuery(providersQuery).data?.items ?? [];
  const change = useAccountChange();
  const [form] = Form.useForm<Asked>();
  const own = useSession()?.account_id === accountId;
  const left = providers.filter((provider) => !links.some((link) => link.provider === provider.code));
  const required = [{ required: true, message: t("form.required") }];
  return (
    <Card title={t("account.links")}>
      {links.length === 0 && <p className={styles.faint}>{t("account.noLinks")}</p>}
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link.id}>
            <span>
              {pick(link.label_zh, link.label_en)}
              <small>
                {link.subject ?? `${link.expected ?? ""} · ${t("account.waits")}`}
                {link.last_used !== null && ` · ${t("security.used", { at: short(link.last_used, now) })}`}
              </small>
            </span>
            <Sure title={t("security.removeSure")} onSure={() => change.mutate(() => accountChanges.unlink(accountId, link.id))}>
              <Button size="small">{t("account.unlink")}</Button>
            </Sure>
          </li>
        ))}
      </ul>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
      {!own && left.length > 0 && (
        <Form
          form={form}
          layout="vertical"
          className={styles.form}
          requiredMark={false}
          initialValues={{ by: "username" }}
          onFinish={(asked) => change.mutate(() => accountChanges.link(accountId, linkOf(asked)), { onSuccess: () => form.resetFields() })}
        >
          <Form.Item name="provider" label={t("account.provider")} rules={required}>
            <Select options={left.map((provider) => ({ value: provider.code, label: pick(provider.label_zh, provider.label_en) }))} />
          </Form.Item>
          <Form.Item name="by" label={t("account.by")}>
            <Select
              options={[
                { value: "username", label: t("account.username") },
                { value: "email", label: t("account.email") },
                { value: "subject", label: t("account.subject") },
              ]}
            />
          </Form.Item>
          <Form.Item name="value" label={t("account.value")} rules={required}>
            <Input autoComplete="off" maxLength={255} />
          </Form.Item>
          <Button htmlType="submit" loading={change.isPending}>
            {t("account.addLink")}
          </Button>
        </Form>
      )}
    </Card>
  );
}
