import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Modal, Select } from "antd";
import { useState } from "react";
import { accountChanges, accountsQuery, strangersQuery, useAccountChange } from "@/features/access/accounts";
import styles from "@/features/access/accounts.module.css";
import { api, body } from "@/shared/api/client";
import type { Stranger } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Who signed in elsewhere and has no account here: linked with two clicks. */
export function StrangersCard() {
  const { t, pick } = useWords();
  const now = useNow();
  const strangers = useQuery(strangersQuery).data?.items ?? [];
  const [linking, setLinking] = useState<Stranger | null>(null);
  if (strangers.length === 0) return null;
  return (
    <section className={styles.strangers} aria-label={t("accounts.strangers")}>
      <h2>
        {t("accounts.strangers")} <small>{t("accounts.strangersHint")}</small>
      </h2>
      <ul>
        {strangers.map((stranger) => (
          <li key={`${stranger.provider} ${stranger.issuer} ${stranger.subject}`}>
            <span>
              {stranger.shown ?? stranger.subject}
              <small>
                {pick(stranger.label_zh, stranger.label_en)} · {stranger.subject} · {short(stranger.last, now)}
              </small>
            </span>
            <Button size="small" onClick={() => setLinking(stranger)}>
              {t("accounts.linkTo")}
            </Button>
          </li>
        ))}
      </ul>
      {linking !== null && <LinkDialog stranger={linking} onClose={() => setLinking(null)} />}
    </section>
  );
}

function LinkDialog({ stranger, onClose }: { stranger: Stranger; onClose: () => void }) {
  const { t } = useWords();
  const [words, setWords] = useState(stranger.shown ?? "");
  const [account, setAccount] = useState<string>();
  const found = useQuery({
    queryKey: [...accountsQuery({ q: words }).queryKey, "short"],
    queryFn: () => body(api.GET("/api/accounts", { params: { query: { q: words, limit: 20, state: "active" } } })),
  });
  const change = useAccountChange();
  return (
    <Modal
      open
      title={t("accounts.linkTo")}
      okText={t("account.addLink")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: account === undefined }}
      confirmLoading={change.isPending}
      width={420}
      onCancel={onClose}
      onOk={() => {
        if (account !== undefined) {
          change.mutate(() => accountChanges.link(account, { provider: stranger.provider, subject: stranger.subject }), { onSuccess: onClose });
        }
      }}
    >
      <p style={{ marginBottom: 12 }}>{stranger.shown ?? stranger.subject}</p>
      <Select
        aria-label={t("accounts.search")}
        placeholder={t("accounts.search")}
        style={{ width: "100%" }}
        showSearch={{ filterOption: false, onSearch: setWords }}
        value={account}
        onChange={setAccount}
        options={found.data?.items.map((item) => ({ value: item.id, label: `${item.name} · ${item.username}` })) ?? []}
      />
      {change.isError && <Alert type="error" title={explain(change.error, t)} style={{ marginTop: 12 }} />}
    </Modal>
  );
}
