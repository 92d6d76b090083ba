import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Modal } from "antd";
import type { ReactNode } from "react";
import { Grants } from "@/features/access/account/Grants";
import { Links } from "@/features/access/account/Links";
import { SessionsOf } from "@/features/access/account/SessionsOf";
import { Sure } from "@/features/access/account/Sure";
import { accountChanges, accountQuery, useAccountChange } from "@/features/access/accounts";
import { LinkBox } from "@/features/access/LinkBox";
import styles from "@/features/access/security/security.module.css";
import { useMay, useSession } from "@/features/access/session";
import type { AccountDetail } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day, short } from "@/shared/time/format";

/** One account: how it signs in, what it may do where, and where it is signed in now. */
export function AccountPage({ accountId }: { accountId: string }) {
  const { t, code } = useWords();
  const found = useQuery(accountQuery(accountId));
  const mayManage = useMay("accounts.manage");
  if (found.isPending) return <Bar width="60%" style={{ margin: 20 }} />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const account = found.data;
  return (
    <div className={styles.page}>
      <p className={styles.crumb}>
        <Link to="/accounts">{t("account.back")}</Link>
      </p>
      <h1>
        {account.name} <small>{account.username}</small>{" "}
        <Tag tone={account.state === "active" ? "malachite" : "stone"}>{code("account_state", account.state)}</Tag>
      </h1>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Grants account={account} />
          {mayManage && <Links accountId={account.id} />}
        </div>
        <div className={styles.column}>
          <SignIn account={account} />
          {mayManage && <SessionsOf accountId={account.id} />}
        </div>
      </div>
    </div>
  );
}

/** How the account signs in. */
function SignIn({ account }: { account: AccountDetail }) {
  const { t } = useWords();
  const now = useNow();
  const own = useSession()?.account_id === account.id;
  const chosen = account.must_change ? t("account.mustChange") : t("account.passwordSet", { at: day(account.password_changed) });
  return (
    <Card title={t("account.signIn")}>
      <dl className={styles.facts}>
        <Fact name={t("account.lastSignIn")}>{account.last_sign_in === null ? t("account.never") : short(account.last_sign_in, now)}</Fact>
        <Fact name={t("account.password")}>{account.password ? chosen : t("account.passwordNone")}</Fact>
        <Fact name={t("account.totp")}>{t(account.totp ? "account.yes" : "account.no")}</Fact>
        <Fact name={t("account.passkeys")}>{account.passkeys}</Fact>
      </dl>
      {!own && <Changes account={account} />}
    </Card>
  );
}

/** Passwords and the state are the system administrator's, factors the security administrator's. */
function Changes({ account }: { account: AccountDetail }) {
  const { t } = useWords();
  const [mayManage, mayReset] = [useMay("accounts.manage"), useMay("identity.manage")];
  const change = useAccountChange();
  const run = (what: () => Promise<unknown>): void => change.mutate(what);
  return (
    <>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
      <div className={styles.buttons}>
        {mayReset && (account.totp || account.passkeys > 0) && (
          <Sure title={t("account.resetSure")} onSure={() => run(() => accountChanges.resetFactors(account.id))}>
            <Button danger>{t("account.resetFactors")}</Button>
          </Sure>
        )}
        {mayManage && account.state !== "active" && <Button onClick={() => run(() => accountChanges.enable(account.id))}>{t("accounts.enable")}</Button>}
        {mayManage && account.state === "active" && (
          <>
            <MakeLink accountId={account.id} />
            <Sure title={t("account.disableSure")} onSure={() => run(() => accountChanges.disable(account.id))}>
              <Button danger>{t("accounts.disable")}</Button>
            </Sure>
          </>
        )}
      </div>
    </>
  );
}

function MakeLink({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const link = useMutation({ mutationFn: () => accountChanges.makeLink(accountId) });
  return (
    <>
      <Button loading={link.isPending} onClick={() => link.mutate()}>
        {t("account.makeLink")}
      </Button>
      {link.isError && <Alert type="error" title={explain(link.error, t)} />}
      <Modal open={link.data !== undefined} title={t("account.link")} footer={null} width={480} onCancel={() => link.reset()}>
        {link.data !== undefined && <LinkBox link={link.data} />}
      </Modal>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
