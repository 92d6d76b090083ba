import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { useRoleName } from "@/features/access/accounts";
import accounts from "@/features/access/accounts.module.css";
import { NewKeyDialog } from "@/features/access/keys/NewKeyDialog";
import { keysQuery, revokeKey, useKeyChange } from "@/features/access/keys/queries";
import type { ApiKey } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, explain, Failure, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useWide } from "@/shared/parts/useWide";
import { useNow } from "@/shared/time/clock";
import { day, short } from "@/shared/time/format";

/** Keys of applications: one for each purpose, with roles, an end and a last use. */
export function KeysPage() {
  const { t } = useWords();
  const keys = useQuery(keysQuery);
  const [words, setWords] = useState("");
  const [making, setMaking] = useState(false);
  const revoke = useKeyChange(revokeKey);
  const found = keys.data?.items.filter((key) => `${key.application} ${key.purpose}`.toLowerCase().includes(words.trim().toLowerCase())) ?? [];
  return (
    <div className={accounts.page}>
      <header className={accounts.head}>
        <h1>{t("apiKeys.title")}</h1>
        <Input className={accounts.search} aria-label={t("apiKeys.search")} placeholder={t("apiKeys.search")} allowClear onChange={(event) => setWords(event.target.value)} />
        <Button type="primary" className={accounts.new} onClick={() => setMaking(true)}>
          {t("apiKeys.new")}
        </Button>
      </header>
      {revoke.isError && <Alert type="error" title={explain(revoke.error, t)} />}
      {keys.isPending && <Bar width="60%" style={{ margin: 20 }} />}
      {keys.isError && <Failure error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data !== undefined && found.length === 0 && <Nothing title={t("apiKeys.none")} />}
      {found.length > 0 && <Rows rows={found} onRevoke={(id) => revoke.mutate(id)} />}
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function Rows({ rows, onRevoke }: { rows: readonly ApiKey[]; onRevoke: (id: string) => void }) {
  const { t } = useWords();
  const wide = useWide();
  const now = useNow();
  const used = (key: ApiKey): string => (key.last_used === null ? t("apiKeys.never") : short(key.last_used, now));
  if (!wide) {
    return (
      <ul className={accounts.cards}>
        {rows.map((key) => (
          <li key={key.id} className={accounts.plain}>
            <b>{key.application}</b> <span>{key.purpose}</span> <State apiKey={key} now={now} />
            <Roles apiKey={key} />
            <span className={accounts.faint}>
              {key.last_used === null ? used(key) : `${t("apiKeys.used")} ${used(key)}`}
            </span>
            <Revoke apiKey={key} onRevoke={onRevoke} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={accounts.scroll}>
      <table className={accounts.table}>
        <thead>
          <tr>
            {(["apiKeys.application", "apiKeys.purpose", "apiKeys.roles", "apiKeys.state", "apiKeys.expires", "apiKeys.used"] as const).map((word) => (
              <th key={word} scope="col">
                {t(word)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t("accounts.changes")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => (
            <tr key={key.id}>
              <td>{key.application}</td>
              <td>{key.purpose}</td>
              <td>
                <Roles apiKey={key} />
              </td>
              <td>
                <State apiKey={key} now={now} />
              </td>
              <td className={accounts.faint}>{key.expires === null ? "—" : day(key.expires)}</td>
              <td className={accounts.faint}>{used(key)}</td>
              <td className={accounts.changes}>
                <Revoke apiKey={key} onRevoke={onRevoke} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Roles({ apiKey }: { apiKey: ApiKey }) {
  const nameOf = useRoleName();
  return (
    <span className={accounts.roles}>
      {apiKey.roles.map((role) => (
        <Tag key={role}>{nameOf(role)}</Tag>
      ))}
    </span>
  );
}

function State({ apiKey, now }: { apiKey: ApiKey; now: Date }) {
  const { t } = useWords();
  if (apiKey.ended !== null) return <Tag>{t("apiKeys.revoked")}</Tag>;
  if (apiKey.expires !== null && new Date(apiKey.expires) <= now) return <Tag tone="ochre">{t("apiKeys.expired")}</Tag>;
  return <Tag tone="malachite">{t("apiKeys.open")}</Tag>;
}

function Revoke({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: (id: string) => void }) {
  const { t } = useWords();
  if (apiKey.ended !== null) return null;
  return (
    <Sure title={t("apiKeys.revokeSure")} onSure={() => onRevoke(apiKey.id)}>
      <Button size="small" danger>
        {t("apiKeys.revoke")}
      </Button>
    </Sure>
  );
}
