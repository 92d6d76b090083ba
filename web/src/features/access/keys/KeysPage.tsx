import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
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
        <h1>{t("keys.title")}</h1>
        <Input className={accounts.search} aria-label={t("keys.search")} placeholder={t("keys.search")} allowClear onChange={(event) => setWords(event.target.value)} />
        <Button type="primary" className={accounts.new} onClick={() => setMaking(true)}>
          {t("keys.new")}
        </Button>
      </header>
      {revoke.isError && <Alert type="error" title={explain(revoke.error, t)} />}
      {keys.isPending && <Bar width="60%" style={{ margin: 20 }} />}
      {keys.isError && <Failure error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data !== undefined && found.length === 0 && <Nothing title={t("keys.none")} />}
      {found.length > 0 && <Rows rows={found} onRevoke={(id) => revoke.mutate(id)} />}
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function Rows({ rows, onRevoke }: { rows: readonly ApiKey[]; onRevoke: (id: string) => void }) {
  const { t } = useWords();
  const wide = useWide();
  const now = useNow();
  const used = (key: ApiKey): string => (key.last_used === null ? t("keys.never") : short(key.last_used, now));
  if (!wide) {
    return (
      <ul className={accounts.cards}>
        {rows.map((key) => (
          <li key={key.id} className={accounts.plain}>
            <b>{key.application}</b> <span>{key.purpose}</span> <State apiKey={key} now={now} />
            <Roles apiKey={key} />
            <span className={accounts.faint}>
              {t("keys.used")} {used(key)}
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
            {(["keys.application", "keys.purpose", "keys.roles", "keys.state", "keys.expires", "keys.used"] as const).map((word) => (
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
  const { code } = useWords();
  return (
    <span className={accounts.roles}>
      {apiKey.roles.map((role) => (
        <Tag key={role}>{code("position_role", role)}</Tag>
      ))}
    </span>
  );
}

function State({ apiKey, now }: { apiKey: ApiKey; now: Date }) {
  const { t } = useWords();
  if (apiKey.ended !== null) return <Tag>{t("keys.revoked")}</Tag>;
  if (apiKey.expires !== null && new Date(apiKey.expires) <= now) return <Tag tone="ochre">{t("keys.expired")}</Tag>;
  return <Tag tone="malachite">{t("keys.open")}</Tag>;
}

function Revoke({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: (id: string) => void }) {
  const { t } = useWords();
  if (apiKey.ended !== null) return null;
  return (
    <Sure title={t("keys.revokeSure")} onSure={() => onRevoke(apiKey.id)}>
      <Button size="small" danger>
        {t("keys.revoke")}
      </Button>
    </Sure>
  );
}
