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
import { Listing } from "@/shared/parts/Listing";
import { Page } from "@/shared/parts/Page";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day, short } from "@/shared/time/format";

/** Keys of applications: one for each purpose, with roles, an end and a last use. */
export function KeysPage() {
  const { t } = useWords();
  const keys = useQuery(keysQuery);
  const [words, setWords] = useState("");
  const [making, setMaking] = useState(false);
  const revoke = useKeyChange(revokeKey);
  const found = keys.data?.items.filter((key) => `${key.application} ${key.purpose}`.toLowerCase().includes(words.trim().toLowerCase()));
  const nameOf = useRoleName();
  const now = useNow();
  return (
    <Page
      title={t("apiKeys.title")}
      aside={
        <>
          <Input className={accounts.search} aria-label={t("apiKeys.search")} placeholder={t("apiKeys.search")} allowClear onChange={(event) => setWords(event.target.value)} />
          <Button type="primary" className={accounts.new} onClick={() => setMaking(true)}>
            {t("apiKeys.new")}
          </Button>
        </>
      }
    >
      {revoke.isError && <Alert type="error" title={explain(revoke.error, t)} />}
      <Listing
        source={{ rows: found, error: keys.error, retry: () => void keys.refetch() }}
        label={t("apiKeys.title")}
        empty={t("apiKeys.none")}
        columns={[
          { key: "application", title: t("apiKeys.application"), show: (key) => key.application },
          { key: "purpose", title: t("apiKeys.purpose"), show: (key) => key.purpose },
          { key: "roles", title: t("apiKeys.roles"), show: (key) => <span className={accounts.roles}>{key.roles.map((role) => <Tag key={role}>{nameOf(role)}</Tag>)}</span> },
          { key: "state", title: t("apiKeys.state"), show: (key) => <State apiKey={key} now={now} /> },
          { key: "expires", title: t("apiKeys.expires"), as: "faint", show: (key) => (key.expires === null ? "—" : day(key.expires)) },
          { key: "used", title: t("apiKeys.used"), as: "faint", show: (key) => (key.last_used === null ? t("apiKeys.never") : short(key.last_used, now)) },
          { key: "act", title: t("accounts.changes"), as: "act", show: (key) => <Revoke apiKey={key} onRevoke={(id) => revoke.mutate(id)} /> },
        ]}
      />
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </Page>
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
