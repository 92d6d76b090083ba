import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { PROPOSAL_STATES, proposalChanges, proposalsQuery, useProposalChange, type Proposal, type ProposalState } from "@/features/proposals/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged } from "@/shared/parts/Listing";
import { Parts } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Suggestions and needs of residents 数智: read first, opened to all, answered or declined with a reason. */
export function ProposalsPage() {
  const { t, code } = useWords();
  return <Parts title={t("ideas.title")} parts={PROPOSAL_STATES.map((state) => ({ code: state, label: code("proposal_state", state), show: () => <List key={state} state={state} /> }))} />;
}

function List({ state }: { state: ProposalState }) {
  const { t, code } = useWords();
  const now = useNow();
  const found = useInfiniteQuery(proposalsQuery(state));
  return (
    <Listing
      source={paged(found)}
      label={code("proposal_state", state)}
      empty={t("ideas.none")}
      hint={t("ideas.noneHint")}
      columns={[
        { key: "kind", title: t("ideas.kind"), as: "tight", show: (row) => <Tag tone={row.kind === "need" ? "ochre" : "azurite"}>{code("proposal_kind", row.kind)}</Tag> },
        { key: "text", title: t("ideas.text"), as: "wide", show: (row) => <>{row.text}{row.answer !== "" && <span className={styles.sub}>{t("ideas.answer")}：{row.answer}</span>}</> },
        { key: "where", title: t("ideas.where"), show: (row) => row.jurisdiction },
        { key: "votes", title: t("ideas.votes"), as: "number", show: (row) => row.votes },
        { key: "made", title: t("ideas.made"), as: "tight", show: (row) => short(row.made_at, now) },
        { key: "act", title: t("accounts.changes"), as: "act", show: (row) => <Act row={row} /> },
      ]}
    />
  );
}

type Step = "open" | "answer" | "decline";
const STEPS: Record<ProposalState, readonly Step[]> = { waiting: ["decline", "open"], open: ["decline", "answer"], answered: ["answer"], declined: ["open"] };
const WORDS = { open: "ideas.open", answer: "ideas.answerIt", decline: "ideas.decline" } as const;

function Act({ row }: { row: Proposal }) {
  const { t } = useWords();
  const change = useProposalChange();
  const [doing, setDoing] = useState<Step | null>(null);
  const close = (): void => setDoing(null);
  return (
    <>
      {STEPS[row.state].map((step) => (
        <Button key={step} size="small" type={step === "decline" ? "default" : "primary"} onClick={() => setDoing(step)}>
          {t(WORDS[step])}
        </Button>
      ))}
      {doing === "open" && (
        <AskDialog<{ text: string }> title={t("ideas.open")} ok={t("ideas.open")} initial={{ text: row.text }} send={({ text }) => change.mutateAsync(() => proposalChanges.open(row.id, text))} onClose={close}>
          <Form.Item name="text" label={t("ideas.openText")} extra={t("ideas.openHint")} rules={[{ required: true, whitespace: true, min: 4, message: t("form.required") }]}>
            <Input.TextArea rows={4} maxLength={500} showCount />
          </Form.Item>
        </AskDialog>
      )}
      {(doing === "answer" || doing === "decline") && (
        <ReasonDialog
          title={t(WORDS[doing])}
          label={t(doing === "answer" ? "ideas.answer" : "step.reason")}
          hint={t(doing === "answer" ? "ideas.answerHint" : "ideas.declineHint")}
          ok={t(WORDS[doing])}
          danger={doing === "decline"}
          send={(answer) => change.mutateAsync(() => proposalChanges[doing](row.id, answer))}
          onClose={close}
        />
      )}
    </>
  );
}
