import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { accountsQuery, rolesQuery, useRoleName, type AccountSearch } from "@/features/access/accounts";
import { NewAccountDialog } from "@/features/access/NewAccountDialog";
import { useMay } from "@/features/access/session";
import { StrangersCard } from "@/features/access/account/StrangersCard";
import styles from "@/features/access/accounts.module.css";
import type { Account } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, Failure, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useWide } from "@/shared/parts/useWide";
import { day } from "@/shared/time/format";

interface AccountsProps {
  search: AccountSearch;
  onSearch: (search: AccountSearch) => void;
}

/** Accounts for the system administrator, roles for the security administrator. */
export function AccountsPage({ search, onSearch }: AccountsProps) {
  const { t, pick, code } = useWords();
  const [making, setMaking] = useState(false);
  const mayMake = useMay("accounts.manage");
  const accounts = useInfiniteQuery(accountsQuery(search));
  const roles = useQuery(rolesQuery);
  const rows = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (part: { [Key in keyof AccountSearch]: AccountSearch[Key] | undefined }): void => {
    const { q, role, state } = { q: search.q, role: search.role, state: search.state, ...part };
    onSearch({ ...(q !== undefined && q !== "" && { q }), ...(role !== undefined && { role }), ...(state !== undefined && { state }) });
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("accounts.title")}</h1>
        <Input.Search
          className={styles.search}
          aria-label={t("accounts.search")}
          placeholder={t("accounts.search")}
          defaultValue={search.q}
          allowClear
          onSearch={(q) => narrow({ q })}
        />
        <Select
          className={styles.filter}
          aria-label={t("accounts.roles")}
          allowClear
          placeholder={t("accounts.all")}
          value={search.role}
          onChange={(role: string | undefined) => narrow({ role })}
          options={roles.data?.items.map((role) => ({ value: role.code, label: pick(role.label_zh, role.label_en) })) ?? []}
        />
        <Select
          className={styles.filter}
          aria-label={t("accounts.state")}
          allowClear
          placeholder={t("accounts.anyState")}
          value={search.state}
          onChange={(state: AccountSearch["state"]) => narrow({ state })}
          options={(["active", "disabled"] as const).map((state) => ({ value: state, label: code("account_state", state) }))}
        />
        {mayMake && (
          <Button type="primary" className={styles.new} onClick={() => setMaking(true)}>
            {t("accounts.new")}
          </Button>
        )}
      </header>
      {mayMake && <StrangersCard />}
      {accounts.isPending && <Bar width="60%" style={{ margin: 20 }} />}
      {accounts.isError && <Failure error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data !== undefined && rows.length === 0 && <Nothing title={t("accounts.none")} />}
      {rows.length > 0 && <Rows rows={rows} />}
      {accounts.hasNextPage && (
        <div className={styles.more}>
          <Button loading={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
            {t("accounts.more")}
          </Button>
        </div>
      )}
      {making && <NewAccountDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function Rows({ rows }: { rows: readonly Account[] }) {
  const { t } = useWords();
  const wide = useWide();
  if (!wide) {
    return (
      <ul className={styles.cards}>
        {rows.map((account) => (
          <li key={account.id}>
            <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
              <b>{account.name}</b> <span className={styles.faint}>{account.username}</span>
              <State account={account} />
              <Roles account={account} />
            </Link>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("signIn.username")}</th>
            <th scope="col">{t("setUp.name")}</th>
            <th scope="col">{t("accounts.roles")}</th>
            <th scope="col">{t("accounts.state")}</th>
            <th scope="col">{t("accounts.made")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((account) => (
            <tr key={account.id}>
              <td>
                <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
                  {account.username}
                </Link>
              </td>
              <td>{account.name}</td>
              <td>
                <Roles account={account} />
              </td>
              <td>
                <State account={account} />
              </td>
              <td className={styles.faint}>{day(account.recorded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ account }: { account: Account }) {
  const { code } = useWords();
  return <Tag tone={account.state === "active" ? "malachite" : "stone"}>{code("account_state", account.state)}</Tag>;
}

function Roles({ account }: { account: Account }) {
  const { t } = useWords();
  const nameOf = useRoleName();
  return (
    <span className={styles.roles}>
      {account.roles.length === 0 && <span className={styles.faint}>{t("accounts.noRole")}</span>}
      {account.roles.map((role) => (
        <Tag key={role}>{nameOf(role)}</Tag>
      ))}
    </span>
  );
}
