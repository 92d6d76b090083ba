import { Alert, Button, Form, Input, QRCode } from "antd";
import styles from "@/features/access/factors.module.css";
import { statusOf } from "@/shared/api/problem";
import type { PhoneDraft } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

interface PhoneFormProps {
  draft: PhoneDraft;
  error: Error | null;
  busy: boolean;
  onCode: (code: string) => void;
}

/** The QR code, drawn here and sent nowhere, and the first code that the phone shows for it. */
export function PhoneForm({ draft, error, busy, onCode }: PhoneFormProps) {
  const { t } = useWords();
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => onCode(code)}>
      <p className={styles.lead}>{t("phone.scan")}</p>
      <div className={styles.qr} role="img" aria-label={t("phone.qr")}>
        <QRCode type="svg" value={draft.address} size={200} errorLevel="L" bordered={false} />
      </div>
      <details className={styles.typed}>
        <summary>{t("phone.typed")}</summary>
        <code data-testid="secret">{draft.secret.replaceAll(/(.{4})/g, "$1 ").trim()}</code>
      </details>
      <Form.Item name="code" label={t("phone.code")} rules={[{ required: true, message: t("form.required") }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus />
      </Form.Item>
      {error !== null && (
        <Form.Item>
          <Alert type="error" title={statusOf(error) === 422 ? t("phone.wrong") : explain(error, t)} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t("phone.confirm")}
      </Button>
    </Form>
  );
}
