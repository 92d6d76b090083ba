import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { Gate } from "@/features/access/Gate";
import styles from "@/features/access/gate.module.css";
import { setupQuery, useSignIn } from "@/features/access/session";
import { statusOf } from "@/shared/api/problem";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

interface Credentials {
  username: string;
  password: string;
}

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useWords();
  const signIn = useSignIn();
  const needed = useQuery(setupQuery).data?.needed ?? false;
  const required = [{ required: true, message: t("form.required") }];
  return (
    <Gate title={t("signIn.title")}>
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        onFinish={(credentials) => signIn.mutate(credentials, { onSuccess: onSignedIn })}
      >
        <Form.Item name="username" label={t("signIn.username")} rules={required}>
          <Input size="large" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item name="password" label={t("signIn.password")} rules={required}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        {signIn.isError && (
          <Form.Item>
            <Alert type="error" title={statusOf(signIn.error) === 401 ? t("signIn.wrong") : explain(signIn.error, t)} />
          </Form.Item>
        )}
        <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
          {t("signIn.submit")}
        </Button>
      </Form>
      <p className={styles.note}>{t("signIn.note")}</p>
      {needed && (
        <p className={styles.note}>
          {t("signIn.needed")} <Link to="/set-up">{t("setUp.title")}</Link>
        </p>
      )}
    </Gate>
  );
}
