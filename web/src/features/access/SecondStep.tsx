import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Segmented } from "antd";
import { useEffect, useState } from "react";
import { enrolling, enterWithCode, enterWithPasskey, giveUp, useEntering } from "@/features/access/entering";
import styles from "@/features/access/factors.module.css";
import { PasskeyForm, passkeyFailure } from "@/features/access/PasskeyForm";
import { PhoneForm } from "@/features/access/PhoneForm";
import { RecoveryCodes } from "@/features/access/RecoveryCodes";
import { entered } from "@/features/access/session";
import { statusOf } from "@/shared/api/problem";
import type { HalfSession, Session } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, explain, Failure } from "@/shared/parts/States";

interface StepProps {
  half: HalfSession;
  onDone: () => void;
  onBack: () => void;
}

/** One factor was right: the second is shown, or the first second factor is enrolled. */
export function SecondStep({ half, onDone, onBack }: StepProps) {
  const { t } = useWords();
  const leave = useMutation({ mutationFn: giveUp, onSettled: onBack });
  return (
    <>
      {half.step === "prove" ? <Prove half={half} onDone={onDone} /> : <Enrol half={half} onDone={onDone} />}
      <Button type="link" block className={styles.back} onClick={() => leave.mutate()}>
        {t("second.back")}
      </Button>
    </>
  );
}

function Prove({ half, onDone }: Omit<StepProps, "onBack">) {
  const { t } = useWords();
  const code = useEntering(enterWithCode);
  const passkey = useEntering(() => enterWithPasskey());
  const byCode = half.ways.includes("totp") || half.ways.includes("recovery");
  const [error, wrong] = [code.error, statusOf(code.error) === 401 ? t("second.wrong") : null];
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t(half.ways.includes("totp") ? "second.lead" : "second.leadOther", { name: half.name })}</p>
      {half.ways.includes("passkey") && (
        <Button type={half.ways.includes("totp") ? "default" : "primary"} size="large" block loading={passkey.isPending} onClick={() => passkey.mutate(undefined, { onSuccess: onDone })}>
          {t("second.passkey")}
        </Button>
      )}
      {passkey.isError && <Alert type="error" title={passkeyFailure(passkey.error, t)} />}
      {byCode && (
        <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(asked) => code.mutate(asked.code, { onSuccess: onDone })}>
          <Form.Item name="code" label={t("second.code")} extra={t("second.codeHint")} rules={[{ required: true, message: t("form.required") }]}>
            <Input size="large" autoComplete="one-time-code" maxLength={40} autoFocus />
          </Form.Item>
          {error !== null && (
            <Form.Item>
              <Alert type="error" title={wrong ?? explain(error, t)} />
            </Form.Item>
          )}
          <Button type="primary" size="large" htmlType="submit" block loading={code.isPending}>
            {t("second.submit")}
          </Button>
        </Form>
      )}
    </div>
  );
}

function Enrol({ half, onDone }: Omit<StepProps, "onBack">) {
  const { t } = useWords();
  const cache = useQueryClient();
  const [way, setWay] = useState<"totp" | "passkey">("totp");
  const [made, setMade] = useState<{ session: Session; codes: string[] } | null>(null);
  const draft = useMutation({ mutationFn: enrolling.startPhone });
  const took = { onSuccess: (done: { session: Session; recovery_codes: string[] }) => setMade({ session: done.session, codes: done.recovery_codes }) };
  const phone = useMutation({ mutationFn: enrolling.confirmPhone, ...took });
  const passkey = useMutation({ mutationFn: enrolling.addPasskey, ...took });
  const start = draft.mutate;
  useEffect(() => start(), [start]);
  if (made !== null) {
    // The desk opens only once the codes were kept: they are not shown again.
    const enter = (): void => {
      entered(cache, made.session);
      onDone();
    };
    return (
      <>
        <h2 className={styles.subtitle}>{t("codes.title")}</h2>
        <RecoveryCodes codes={made.codes} onKept={enter} />
      </>
    );
  }
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t("enrol.lead")}</p>
      <Segmented
        block
        value={way}
        onChange={setWay}
        options={[
          { value: "totp", label: t("enrol.phone") },
          { value: "passkey", label: t("enrol.passkey") },
        ]}
      />
      {way === "totp" && draft.isPending && <Bar width="80%" />}
      {way === "totp" && draft.isError && <Failure error={draft.error} retry={() => start()} />}
      {way === "totp" && draft.data !== undefined && <PhoneForm draft={draft.data} error={phone.error} busy={phone.isPending} onCode={(code) => phone.mutate(code)} />}
      {way === "passkey" && <PasskeyForm obstacle={half.obstacle} error={passkey.error} busy={passkey.isPending} onAdd={(label) => passkey.mutate(label)} />}
    </div>
  );
}
