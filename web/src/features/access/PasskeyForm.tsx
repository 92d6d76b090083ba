import { Alert, Button, Form, Input } from "antd";
import styles from "@/features/access/factors.module.css";
import { knowsPasskeys } from "@/features/access/passkeys";
import { Problem } from "@/shared/api/problem";
import { useWords, type Words } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** Why passkeys cannot be used under the name in the address bar, in the reader's words. */
export function obstacleText(obstacle: string | null, t: Words["t"]): string | null {
  if (obstacle === "needs_host_name") return t("passkey.needs_host_name");
  if (obstacle === "needs_https" || !knowsPasskeys()) return t("passkey.needs_https");
  return null;
}

/** What a device or the server says when a passkey does not come about. */
export function passkeyFailure(error: Error, t: Words["t"]): string {
  if (!(error instanceof Problem)) return t("passkey.failed");
  if (error.status === 401) return t("passkey.wrong");
  return obstacleText(error.code, t) ?? explain(error, t);
}

interface PasskeyFormProps {
  obstacle: string | null;
  error: Error | null;
  busy: boolean;
  onAdd: (label: string) => void;
}

/** Names a passkey and has the device make it; says why where it cannot. */
export function PasskeyForm({ obstacle, error, busy, onAdd }: PasskeyFormProps) {
  const { t } = useWords();
  const why = obstacleText(obstacle, t);
  if (why !== null) return <Alert type="info" title={why} />;
  return (
    <Form<{ label: string }> layout="vertical" requiredMark={false} onFinish={({ label }) => onAdd(label)}>
      <Form.Item name="label" label={t("passkey.label")} extra={t("passkey.labelHint")} rules={[{ required: true, message: t("form.required") }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {error !== null && (
        <Form.Item>
          <Alert type="error" title={passkeyFailure(error, t)} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy} className={styles.wide}>
        {t("passkey.add")}
      </Button>
    </Form>
  );
}
