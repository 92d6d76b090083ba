import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { accountChanges, accountsQuery, useAccountChange } from "@/features/access/accounts";
import { HoldingsDialog } from "@/features/access/HoldingsDialog";
import { NewAccountDialog } from "@/features/access/NewAccountDialog";
import { useMay } from "@/features/access/session";
import styles from "@/features/access/accounts.module.css";
import type { Account } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { day } from "@/shared/time/format";

/** Accounts for the system administrator, roles for the security administrator. */
export function AccountsPage() {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const [making, setMaking] = useState(false);
  const mayMake = useMay("accounts.manage");
  const accounts = useQuery(accountsQuery(words));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("accounts.title")}</h1>
        <Input.Search className={styles.search} aria-label={t("accounts.search")} placeholder={t("accounts.search")} allowClear onSearch={setWords} />
        {mayMake && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t("accounts.new")}
          </Button>
        )}
      </header>
      {accounts.isPending && <Bar width="60%" style={{ margin: 20 }} />}
      {accounts.isError && <Failure error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data !== undefined && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("signIn.username")}</th>
                <th scope="col">{t("setUp.name")}</th>
                <th scope="col">{t("accounts.roles")}</th>
                <th scope="col">{t("accounts.state")}</th>
                <th scope="col">{t("accounts.made")}</th>
                <th scope="col">
                  <span className="sr-only">{t("accounts.changes")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {accounts.data.items.map((account) => (
                <Row key={account.id} account={account} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {making && <NewAccountDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function Row({ account }: { account: Account }) {
  const { t, code } = useWords();
  const [granting, setGranting] = useState(false);
  const change = useAccountChange();
  const mayManage = useMay("accounts.manage");
  const active = account.state === "active";
  return (
    <tr>
      <td>{account.username}</td>
      <td>{account.name}</td>
      <td>
        <span className={styles.roles}>
          {account.roles.length === 0 && <span className={styles.faint}>{t("accounts.noRole")}</span>}
          {account.roles.map((role) => (
            <Tag key={role}>{code("position_role", role)}</Tag>
          ))}
        </span>
      </td>
      <td>
        <Tag tone={active ? "malachite" : "stone"}>{code("account_state", account.state)}</Tag>
      </td>
      <td className={styles.faint}>{day(account.recorded)}</td>
      <td className={styles.changes}>
        {change.isError && <span role="alert">{explain(change.error, t)}</span>}
        <Button size="small" onClick={() => setGranting(true)}>
          {t("accounts.grant")}
        </Button>
        {mayManage && (
          <Button
            size="small"
            loading={change.isPending}
            onClick={() => change.mutate(() => (active ? accountChanges.disable(account.id) : accountChanges.enable(account.id)))}
          >
            {t(active ? "accounts.disable" : "accounts.enable")}
          </Button>
        )}
        {granting && <HoldingsDialog account={account} onClose={() => setGranting(false)} />}
      </td>
    </tr>
  );
}
