import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { choosePassword } from "@/features/access/entering";
import { Gate } from "@/features/access/Gate";
import styles from "@/features/access/gate.module.css";
import { statusOf } from "@/shared/api/problem";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** Where a one-time link leads. Its token stands after the #, which no server and no log is told. */
export function ChoosePasswordPage({ token }: { token: string }) {
  const { t } = useWords();
  const choose = useMutation({ mutationFn: choosePassword });
  if (choose.data !== undefined) {
    return (
      <Gate title={t("choose.title")}>
        <Alert type="success" title={t("choose.done", { username: choose.data.username })} />
        <p className={styles.note}>
          <Link to="/sign-in">{t("signIn.title")}</Link>
        </p>
      </Gate>
    );
  }
  return (
    <Gate title={t("choose.title")}>
      <p className={styles.lead}>{t("choose.lead")}</p>
      <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={({ password }) => choose.mutate({ token, password })}>
        <Form.Item
          name="password"
          label={t("password.new")}
          extra={t("setUp.passwordHint")}
          rules={[
            { required: true, message: t("form.required") },
            { min: 12, message: t("setUp.passwordHint") },
          ]}
        >
          <Input.Password size="large" autoComplete="new-password" autoFocus />
        </Form.Item>
        {choose.isError && (
          <Form.Item>
            <Alert type="error" title={statusOf(choose.error) === 403 ? t("choose.over") : explain(choose.error, t)} />
          </Form.Item>
        )}
        <Button type="primary" size="large" htmlType="submit" block loading={choose.isPending}>
          {t("choose.submit")}
        </Button>
      </Form>
    </Gate>
  );
}
