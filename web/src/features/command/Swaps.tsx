import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { commandChanges, swapChoicesQuery, swapsQuery, useCommandChange, type Swap, type SwapChoices } from "@/features/command/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain, Nothing } from "@/shared/parts/States";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

const TONES: Record<Swap["state"], Tone> = { asked: "ochre", agreed: "malachite", declined: "cinnabar", withdrawn: "stone" };

/** 调班: what one asked and was asked; a shift changes hands at the moment the other person agrees. */
export function Swaps() {
  const { t } = useWords();
  const choices = useQuery(swapChoicesQuery);
  const [asking, setAsking] = useState(false);
  if (choices.data?.attends === false) return <Nothing title={t("swaps.notStaff")}><p>{t("swaps.notStaffHint")}</p></Nothing>;
  return (
    <>
      <Tools
        end={
          <Button type="primary" disabled={(choices.data?.shifts.length ?? 0) === 0} onClick={() => setAsking(true)}>
            {t("swaps.new")}
          </Button>
        }
      >
        <span className={styles.faint}>{t(choices.data?.shifts.length === 0 ? "swaps.noShifts" : "swaps.noneHint")}</span>
      </Tools>
      <Asked attends={choices.data !== undefined} />
      {asking && choices.data !== undefined && <AskSwap choices={choices.data} onClose={() => setAsking(false)} />}
    </>
  );
}

function useSpan(): (starts: string, ends: string | null) => string {
  const now = useNow();
  return (starts, ends) => `${short(starts, now)}${ends === null ? "" : ` – ${short(ends, now)}`}`;
}

function Asked({ attends }: { attends: boolean }) {
  const { t, code } = useWords();
  const span = useSpan();
  const found = useQuery({ ...swapsQuery, enabled: attends });
  return (
    <Listing
      source={whole(found)}
      label={t("swaps.title")}
      empty={t("swaps.none")}
      hint={t("swaps.noneHint")}
      columns={[
        { key: "from", title: t("swaps.from"), show: (row) => row.from_name },
        { key: "to", title: t("swaps.to"), show: (row) => row.to_name },
        { key: "shift", title: t("swaps.shift"), as: "tight", show: (row) => span(row.starts, row.ends) },
        { key: "back", title: t("swaps.back"), as: "tight", show: (row) => (row.back_starts === null ? t("swaps.noBack") : span(row.back_starts, row.back_ends)) },
        { key: "reason", title: t("swaps.reason"), as: "wide", show: (row) => row.reason },
        { key: "state", title: t("accounts.state"), show: (row) => <Tag tone={TONES[row.state]}>{code("swap_state", row.state)}</Tag> },
        { key: "act", title: t("accounts.changes"), as: "act", show: (row) => <Act row={row} /> },
      ]}
    />
  );
}

const DONE = { agree: "swaps.agreed", decline: "swaps.declined", withdraw: "swaps.withdrawn" } as const;

function Act({ row }: { row: Swap }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const change = useCommandChange();
  return (["decline", "withdraw", "agree"] as const)
    .filter((verb) => row.next_steps.includes(verb))
    .map((verb) => (
      <Button
        key={verb}
        size="small"
        type={verb === "agree" ? "primary" : "default"}
        loading={change.isPending}
        onClick={() =>
          change.mutate(() => commandChanges.answerSwap(row.id, verb), {
            onSuccess: () => void message.success(t(DONE[verb])),
            onError: (error) => void message.error(explain(error, t), 8),
          })
        }
      >
        {t(`swaps.${verb}`)}
      </Button>
    ));
}

interface Wanted {
  shift: string;
  to: string;
  back?: string;
  reason: string;
}

function AskSwap({ choices, onClose }: { choices: SwapChoices; onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const span = useSpan();
  const change = useCommandChange();
  const required = [{ required: true, message: t("form.required") }];
  const send = async ({ back, ...asked }: Wanted): Promise<void> => {
    await change.mutateAsync(() => commandChanges.askSwap({ ...asked, ...(back !== undefined && { back }) }));
    void message.success(t("swaps.asked", { name: choices.colleagues.find((one) => one.staff_id === asked.to)?.name ?? "" }));
  };
  return (
    <AskDialog<Wanted> title={t("swaps.new")} ok={t("swaps.new")} width={520} send={send} onClose={onClose}>
      <Form.Item name="shift" label={t("swaps.shift")} rules={required}>
        <Select options={choices.shifts.map((shift) => ({ value: shift.id, label: `${span(shift.starts, shift.ends)} · ${shift.post_name}` }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Wanted, after: Wanted) => before.shift !== after.shift || before.to !== after.to}>
        {({ getFieldsValue }) => <Partner choices={choices} chosen={getFieldsValue()} span={span} />}
      </Form.Item>
      <Form.Item name="reason" label={t("swaps.reason")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}

/** Who holds the post of the shift, and which of their shifts one would take in return. */
function Partner({ choices, chosen, span }: { choices: SwapChoices; chosen: Partial<Wanted>; span: (starts: string, ends: string | null) => string }) {
  const { t } = useWords();
  const post = choices.shifts.find((shift) => shift.id === chosen.shift)?.post_id;
  const able = choices.colleagues.filter((one) => post === undefined || one.posts.includes(post));
  const theirs = able.find((one) => one.staff_id === chosen.to)?.shifts ?? [];
  return (
    <>
      <Form.Item name="to" label={t("swaps.to")} rules={[{ required: true, message: t("form.required") }]}>
        <Select showSearch={{ optionFilterProp: "label" }} options={able.map((one) => ({ value: one.staff_id, label: one.name }))} />
      </Form.Item>
      <Form.Item name="back" label={t("swaps.back")}>
        <Select allowClear placeholder={t("swaps.noBack")} options={theirs.map((shift) => ({ value: shift.id, label: `${span(shift.starts, shift.ends)} · ${shift.post_name}` }))} />
      </Form.Item>
    </>
  );
}
