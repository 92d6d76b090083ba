import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Alert, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { isHalf } from "@/features/access/entering";
import { SecondStep } from "@/features/access/SecondStep";
import { againQuery, sessionQuery, useSignIn } from "@/features/access/session";
import { statusOf } from "@/shared/api/problem";
import type { HalfSession, Session } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";

/** Over the page when the session has ended: nothing that was typed there is lost. */
export function SignInAgain() {
  const { data: whose } = useQuery(againQuery);
  return whose == null ? null : <Dialog whose={whose} />;
}

function Dialog({ whose }: { whose: Session }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const router = useRouter();
  const signIn = useSignIn();
  const [half, setHalf] = useState<HalfSession | null>(null);
  const other = (): void => {
    cache.clear();
    cache.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  };
  return (
    <Modal open title={t("again.title")} footer={null} closable={false} keyboard={false} mask={{ closable: false }} width={400} zIndex={1500}>
      <p style={{ marginBottom: 16 }}>{t("again.hint")}</p>
      {half === null ? (
        <Form<{ username: string; password: string }>
          layout="vertical"
          requiredMark={false}
          initialValues={{ username: whose.username }}
          onFinish={(typed) => signIn.mutate(typed, { onSuccess: (answer) => isHalf(answer) && setHalf(answer) })}
        >
          <Form.Item name="username" label={t("signIn.username")}>
            <Input readOnly autoComplete="username" />
          </Form.Item>
          <Form.Item name="password" label={t("signIn.password")} rules={[{ required: true, message: t("form.required") }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          {signIn.isError && (
            <Form.Item>
              <Alert type="error" title={statusOf(signIn.error) === 401 ? t("signIn.wrong") : explain(signIn.error, t)} />
            </Form.Item>
          )}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t("signIn.submit")}
          </Button>
          <Button type="link" block onClick={other}>
            {t("again.other")}
          </Button>
        </Form>
      ) : (
        <SecondStep half={half} onDone={() => undefined} onBack={() => setHalf(null)} />
      )}
    </Modal>
  );
}
