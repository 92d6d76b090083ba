import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useMay, useSession } from "@/features/access/session";
import { dropDraft } from "@/features/cases/one/drafts";
import { Expedite } from "@/features/cases/one/Expedite";
import { noteUnit } from "@/features/cases/one/lastUnits";
import { StepForm } from "@/features/cases/one/StepForm";
import styles from "@/features/cases/one/one.module.css";
import { caseQuery, useStep, type StepBody } from "@/features/cases/queries";
import { statusOf } from "@/shared/api/problem";
import type { Case, NextStep } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { explain } from "@/shared/parts/States";
import { useQueryClient } from "@tanstack/react-query";

const FINISHED = new Set(["closed", "void", "rejected"]);

/** The steps the state and the reader's role allow, as the server lists them. */
export function Steps({ shown }: { shown: Case }) {
  const { t, pick } = useWords();
  const { message } = App.useApp();
  const step = useStep(shown.id);
  const session = useSession();
  const [open, setOpen] = useState<NextStep | null>(null);

  const take = (verb: string, label: string, values: Omit<StepBody, "version">): void =>
    step.mutate(
      { verb, step: { ...values, version: shown.version } },
      {
        onSuccess: (fresh) => {
          dropDraft(shown.id, verb);
          if (session !== null && values.unit !== undefined && fresh.unit !== null) noteUnit(session.account_id, fresh.unit);
          setOpen(null);
          void message.success(t("step.done", { step: label }));
        },
        onError: (error) => {
          if (statusOf(error) === 409) setOpen(null);
        },
      },
    );
  const start = (next: NextStep): void => {
    step.reset();
    if (next.needs.length === 0) take(next.verb, pick(next.label_zh, next.label_en), {});
    else setOpen(next);
  };

  const claims = useClaim(shown);
  useKeys({
    d: () => {
      const first = shown.next_steps.find((next) => next.primary) ?? shown.next_steps[0];
      if (first !== undefined && !step.isPending) start(first);
    },
    c: () => {
      if (claims !== null && !step.isPending) take(claims, t(`case.${claims}`), {});
    },
  });

  return (
    <div className={styles.steps} role="group" aria-label={t("case.steps")}>
      {shown.next_steps.map((next) => (
        <Button
          key={next.verb}
          data-verb={next.verb}
          type={next.primary ? "primary" : next.verb === "void" ? "text" : "default"}
          loading={step.isPending && open === null && step.variables.verb === next.verb}
          onClick={() => start(next)}
        >
          {pick(next.label_zh, next.label_en)}
        </Button>
      ))}
      <Claim shown={shown} onTake={(verb, label) => take(verb, label, {})} />
      <Expedite shown={shown} />
      {shown.next_steps.length === 0 && <span className={styles.faint}>{t(FINISHED.has(shown.state) ? "case.finished" : "case.steps.none")}</span>}
      {step.isError && open === null && <Refused error={step.error} caseId={shown.id} onSeen={() => step.reset()} />}
      {open !== null && (
        <StepForm
          shown={shown}
          next={open}
          pending={step.isPending}
          error={step.error}
          onCancel={() => setOpen(null)}
          onSubmit={(values) => take(open.verb, pick(open.label_zh, open.label_en), values)}
        />
      )}
    </div>
  );
}

/** What claiming would do now: null where somebody else has it, or it is not for one to claim. */
function useClaim(shown: Case): "claim" | "release" | null {
  const may = useMay("cases.claim");
  const session = useSession();
  if (!may || FINISHED.has(shown.state)) return null;
  if (shown.claimed_by === null) return "claim";
  return shown.claimed_by.id === session?.account_id ? "release" : null;
}

/** Claiming shows the others who has it in hand. */
function Claim({ shown, onTake }: { shown: Case; onTake: (verb: string, label: string) => void }) {
  const { t } = useWords();
  const may = useMay("cases.claim");
  const session = useSession();
  if (!may || FINISHED.has(shown.state)) return null;
  if (shown.claimed_by === null) return <Button onClick={() => onTake("claim", t("case.claim"))}>{t("case.claim")}</Button>;
  if (shown.claimed_by.id !== session?.account_id) return <span className={styles.faint}>{t("cases.claimedBy", { name: shown.claimed_by.name })}</span>;
  return <Button onClick={() => onTake("release", t("case.release"))}>{t("case.release")}</Button>;
}

function Refused({ error, caseId, onSeen }: { error: unknown; caseId: string; onSeen: () => void }) {
  const { t } = useWords();
  const cache = useQueryClient();
  if (statusOf(error) !== 409) return <Alert className={styles.refused} type="error" showIcon title={explain(error, t)} closable={{ onClose: onSeen }} />;
  return (
    <Alert
      className={styles.refused}
      type="warning"
      showIcon
      title={t("conflict.title")}
      description={t("conflict.text")}
      action={
        <Button
          size="small"
          type="primary"
          onClick={() => {
            onSeen();
            void cache.invalidateQueries({ queryKey: caseQuery(caseId).queryKey });
          }}
        >
          {t("conflict.reload")}
        </Button>
      }
    />
  );
}
