import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Divider, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { enterWithPasskey, halfQuery, isHalf, useEntering, waysQuery } from "@/features/access/entering";
import { Gate } from "@/features/access/Gate";
import styles from "@/features/access/gate.module.css";
import { passkeyFailure } from "@/features/access/PasskeyForm";
import { knowsPasskeys } from "@/features/access/passkeys";
import { Identities } from "@/features/demo/Identities";
import { SecondStep } from "@/features/access/SecondStep";
import { setupQuery, useSignIn } from "@/features/access/session";
import { statusOf } from "@/shared/api/problem";
import type { HalfSession } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, explain } from "@/shared/parts/States";

const REFUSED = ["cancelled", "stale", "provider", "not_linked", "disabled"] as const;

interface SignInProps {
  /** Where one wants to go afterwards. */
  to?: string | undefined;
  /** Why a provider's sign-in was refused. */
  refused?: string | undefined;
  /** Whether a provider has sent one back who owes a second factor. */
  half?: boolean | undefined;
  onSignedIn: (to?: string) => void;
}

export function SignInPage({ to, refused, half = false, onSignedIn }: SignInProps) {
  const { t } = useWords();
  const cache = useQueryClient();
  const [sentBack, setSentBack] = useState(half);
  const found = useQuery({ ...halfQuery, enabled: sentBack });
  const [typed, setTyped] = useState<HalfSession | null>(null);
  const owes = typed ?? (sentBack ? found.data : undefined);
  const back = (): void => {
    setTyped(null);
    setSentBack(false);
    cache.removeQueries({ queryKey: halfQuery.queryKey });
  };
  if (owes !== undefined) {
    return (
      <Gate title={t(owes.step === "prove" ? "second.title" : "enrol.title")}>
        <SecondStep half={owes} onDone={() => onSignedIn(owes.return_to ?? to)} onBack={back} />
      </Gate>
    );
  }
  return (
    <Gate title={t("signIn.title")}>
      {sentBack && found.isPending ? (
        <Bar width="80%" />
      ) : (
        <>
          <Sorry refused={refused} over={sentBack} />
          {!sentBack && <Identities onEntered={() => onSignedIn(to)} />}
          <FirstStep to={to} quiet={half || refused !== undefined} onHalf={setTyped} onSignedIn={() => onSignedIn(to)} />
        </>
      )}
    </Gate>
  );
}

/** Why a provider's sign-in came to nothing. */
function Sorry({ refused, over }: { refused: string | undefined; over: boolean }) {
  const { t } = useWords();
  const why = REFUSED.find((reason) => reason === refused);
  if (why === undefined && !over) return null;
  return <Alert type="warning" title={why === undefined ? t("second.over") : t(`signIn.refused.${why}`)} style={{ marginBottom: 18 }} />;
}

interface FirstStepProps {
  to: string | undefined;
  quiet: boolean;
  onHalf: (half: HalfSession) => void;
  onSignedIn: () => void;
}

function FirstStep({ to, quiet, onHalf, onSignedIn }: FirstStepProps) {
  const { t } = useWords();
  const signIn = useSignIn();
  const needed = useQuery(setupQuery).data?.needed ?? false;
  const required = [{ required: true, message: t("form.required") }];
  return (
    <>
      <Form<{ username: string; password: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => signIn.mutate(typed, { onSuccess: (answer) => (isHalf(answer) ? onHalf(answer) : onSignedIn()) })}
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
      <OtherWays to={to} quiet={quiet} onSignedIn={onSignedIn} />
      <p className={styles.note}>{t("signIn.note")}</p>
      {needed && (
        <p className={styles.note}>
          {t("signIn.needed")} <Link to="/set-up">{t("setUp.title")}</Link>
        </p>
      )}
    </>
  );
}

/** Passkeys where they work, and the providers; inside the app of WeCom its own sign-in begins by itself. */
function OtherWays({ to, quiet, onSignedIn }: { to: string | undefined; quiet: boolean; onSignedIn: () => void }) {
  const { t, pick } = useWords();
  const ways = useQuery(waysQuery).data;
  const passkey = useEntering(() => enterWithPasskey());
  const start = (code: string): string => `/api/sign-in/${code}/start${to === undefined ? "" : `?${new URLSearchParams({ to }).toString()}`}`;
  const app = ways?.providers.find((provider) => provider.kind === "wecom");
  const goes = !quiet && app !== undefined && /wxwork/i.test(navigator.userAgent) ? start(app.code) : null;
  useEffect(() => {
    if (goes !== null) window.location.replace(goes);
  }, [goes]);
  const passkeys = (ways?.passkeys ?? false) && knowsPasskeys();
  if (ways === undefined || (!passkeys && ways.providers.length === 0)) return null;
  return (
    <div className={styles.ways}>
      <Divider plain>{t("signIn.or")}</Divider>
      {ways.providers.map((provider) => (
        <Button key={provider.code} block href={start(provider.code)}>
          {t("signIn.with", { name: pick(provider.label_zh, provider.label_en) })}
        </Button>
      ))}
      {passkeys && (
        <Button block loading={passkey.isPending} onClick={() => passkey.mutate(undefined, { onSuccess: onSignedIn })}>
          {t("signIn.passkey")}
        </Button>
      )}
      {passkey.isError && <Alert type="error" title={passkeyFailure(passkey.error, t)} />}
    </div>
  );
}
