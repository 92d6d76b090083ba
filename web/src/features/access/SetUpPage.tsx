import { Link } from "@tanstack/react-router";
import { Alert, Button, Form, Input } from "antd";
import { Gate } from "@/features/access/Gate";
import styles from "@/features/access/gate.module.css";
import { useSetUp, type FirstAdministrator } from "@/features/access/session";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** The first start: the token printed on the terminal makes the first administrator. */
export function SetUpPage({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const setUp = useSetUp();
  const required = { required: true, message: t("form.required") };
  return (
    <Gate title={t("setUp.title")}>
      <p className={styles.lead}>{t("setUp.lead")}</p>
      <Form<FirstAdministrator>
        layout="vertical"
        requiredMark={false}
        onFinish={(first) => setUp.mutate(first, { onSuccess: onDone })}
      >
        <Form.Item name="token" label={t("setUp.token")} rules={[required]}>
          <Input autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="name" label={t("setUp.name")} rules={[required]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="username" label={t("signIn.username")} rules={[required]}>
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("signIn.password")}
          rules={[required, { min: 12, message: t("setUp.passwordHint") }]}
          extra={t("setUp.passwordHint")}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {setUp.isError && (
          <Form.Item>
            <Alert type="error" title={explain(setUp.error, t)} />
          </Form.Item>
        )}
        <Button type="primary" size="large" htmlType="submit" block loading={setUp.isPending}>
          {t("setUp.submit")}
        </Button>
      </Form>
      <p className={styles.note}>
        <Link to="/sign-in">{t("setUp.haveAccount")}</Link>
      </p>
    </Gate>
  );
}
