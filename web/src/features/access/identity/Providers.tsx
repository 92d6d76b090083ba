import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { providersQuery } from "@/features/access/accounts";
import { ProviderDialog } from "@/features/access/identity/ProviderDialog";
import { identityChanges, useIdentityChange } from "@/features/access/identity/queries";
import styles from "@/features/access/security/security.module.css";
import type { Provider } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";

/** Providers of single sign-on: set up, tried, closed. */
export function Providers() {
  const { t, pick } = useWords();
  const { message } = App.useApp();
  const providers = useQuery(providersQuery).data?.items ?? [];
  const [editing, setEditing] = useState<Provider | "new" | null>(null);
  const attempt = useIdentityChange(identityChanges.tryProvider);
  return (
    <Card
      title={t("identity.providers")}
      aside={
        <Button size="small" onClick={() => setEditing("new")}>
          {t("identity.add")}
        </Button>
      }
    >
      {providers.length === 0 && <p className={styles.faint}>{t("identity.noProviders")}</p>}
      {attempt.isError && <Alert type="error" title={explain(attempt.error, t)} />}
      <ul className={styles.list}>
        {providers.map((provider) => (
          <li key={provider.id}>
            <span>
              {pick(provider.label_zh, provider.label_en)} <Tag tone={provider.open ? "malachite" : "stone"}>{t(provider.open ? "identity.on" : "identity.off")}</Tag>
              <small>
                {String(provider.settings.issuer ?? provider.settings.api)} · {t("identity.callback")} {`${window.location.origin}/api/sign-in/${provider.code}/callback`}
              </small>
            </span>
            <span className={styles.buttons}>
              <Button size="small" loading={attempt.isPending} onClick={() => attempt.mutate(provider.code, { onSuccess: () => void message.success(t("identity.tried")) })}>
                {t("identity.try")}
              </Button>
              <Button size="small" onClick={() => setEditing(provider)}>
                {t("identity.edit")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {editing !== null && <ProviderDialog provider={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Card>
  );
}
