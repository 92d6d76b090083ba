import { Alert, App, Button, Modal, Popconfirm } from "antd";
import { useState, type ReactNode } from "react";
import { PasskeyForm } from "@/features/access/PasskeyForm";
import { PhoneForm } from "@/features/access/PhoneForm";
import { RecoveryCodes } from "@/features/access/RecoveryCodes";
import { ProveDialog } from "@/features/access/security/ProveDialog";
import { factors, useFactor, useProven } from "@/features/access/security/queries";
import styles from "@/features/access/security/security.module.css";
import { statusOf } from "@/shared/api/problem";
import type { PhoneDraft, Security } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day, short } from "@/shared/time/format";

/** One's own second factors: a phone, recovery codes, passkeys. */
export function Factors({ security }: { security: Security }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const now = useNow();
  const proving = useProven();
  const [draft, setDraft] = useState<PhoneDraft | null>(null);
  const [naming, setNaming] = useState(false);
  const [codes, setCodes] = useState<string[]>([]);
  const start = useFactor(factors.startPhone, proving);
  const confirm = useFactor(factors.confirmPhone, proving);
  const removePhone = useFactor(factors.removePhone, proving);
  const renew = useFactor(factors.renewCodes, proving);
  const addPasskey = useFactor(factors.addPasskey, proving);
  const removePasskey = useFactor(factors.removePasskey, proving);
  const failed = [start, removePhone, renew, removePasskey].map((change) => change.error).find((error) => error !== null);
  const took = (made: { recovery_codes: string[] }): void => {
    setDraft(null);
    setNaming(false);
    setCodes(made.recovery_codes);
    if (made.recovery_codes.length === 0) void message.success(t("passkey.made"));
  };
  const has = security.totp_since !== null || security.passkeys.length > 0;
  return (
    <Card title={t("security.factors")} aside={security.required ? <Tag tone="ochre">{t("security.required")}</Tag> : undefined}>
      {failed !== undefined && <Alert type="error" title={statusOf(failed) === 409 ? t("security.last") : explain(failed, t)} />}
      <ul className={styles.list}>
        <Line title={t("enrol.phone")} hint={security.totp_since === null ? t("security.phoneOff") : t("security.phoneOn", { at: day(security.totp_since) })}>
          <Button loading={start.busy} onClick={() => start.run(undefined, setDraft)}>
            {t(security.totp_since === null ? "security.phoneAdd" : "security.phoneAgain")}
          </Button>
          {security.totp_since !== null && <Remove busy={removePhone.busy} onRemove={() => removePhone.run(undefined)} />}
        </Line>
        {security.passkeys.map((passkey) => (
          <Line
            key={passkey.id}
            title={passkey.label}
            hint={`${t("enrol.passkey")} · ${passkey.last_used === null ? t("security.unused") : t("security.used", { at: short(passkey.last_used, now) })}`}
          >
            <Remove busy={removePasskey.busy} onRemove={() => removePasskey.run(passkey.id)} />
          </Line>
        ))}
        <Line title={t("enrol.passkey")} hint={security.passkeys.length === 0 ? t("security.noPasskeys") : ""}>
          <Button onClick={() => setNaming(true)}>{t("passkey.add")}</Button>
        </Line>
        {has && (
          <Line title={t("security.recovery")} hint={t("security.left", { n: security.recovery_codes_left })}>
            <Popconfirm title={t("security.renewSure")} okText={t("second.submit")} cancelText={t("form.cancel")} onConfirm={() => renew.run(undefined, took)}>
              <Button loading={renew.busy}>{t("security.renew")}</Button>
            </Popconfirm>
          </Line>
        )}
      </ul>
      <Modal open={draft !== null} title={t("security.phoneAdd")} footer={null} width={400} destroyOnHidden onCancel={() => setDraft(null)}>
        {draft !== null && <PhoneForm draft={draft} error={confirm.error} busy={confirm.busy} onCode={(code) => confirm.run(code, took)} />}
      </Modal>
      <Modal open={naming} title={t("passkey.add")} footer={null} width={400} destroyOnHidden onCancel={() => setNaming(false)}>
        <PasskeyForm obstacle={security.obstacle} error={addPasskey.error} busy={addPasskey.busy} onAdd={(label) => addPasskey.run(label, took)} />
      </Modal>
      <Modal open={codes.length > 0} title={t("codes.title")} footer={null} closable={false} width={460}>
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      </Modal>
      <ProveDialog proving={proving} hasPhone={security.totp_since !== null} />
    </Card>
  );
}

function Line({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <li>
      <span>
        {title}
        <small>{hint}</small>
      </span>
      <span className={styles.buttons}>{children}</span>
    </li>
  );
}

function Remove({ busy, onRemove }: { busy: boolean; onRemove: () => void }) {
  const { t } = useWords();
  return (
    <Popconfirm title={t("security.removeSure")} okText={t("security.remove")} cancelText={t("form.cancel")} onConfirm={onRemove}>
      <Button danger loading={busy}>
        {t("security.remove")}
      </Button>
    </Popconfirm>
  );
}
