import { Form, Input } from "antd";
import type { Difference, RuleSet } from "@/features/rules/model";
import { ruleChanges, useRuleChange } from "@/features/rules/queries";
import styles from "@/features/rules/rules.module.css";
import { Changes } from "@/features/rules/Versions";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

interface Props {
  rules: RuleSet;
  changes: readonly Difference[];
  onDone?: () => void;
  onClose: () => void;
}

/** Switches rules on, from now or from a moment to come, with the reason kept beside the version. */
export function PublishDialog({ rules, changes, onDone, onClose }: Props) {
  const { t } = useWords();
  const change = useRuleChange();
  const send = async ({ note, from }: { note: string; from?: string }): Promise<void> => {
    const later = from === undefined || from === "" ? {} : { valid_from: `${from}:00+08:00` };
    await change.mutateAsync(() => ruleChanges.publish({ rules, note: note.trim(), ...later }));
    onDone?.();
  };
  return (
    <AskDialog<{ note: string; from?: string }> title={t("rules.publishTitle")} ok={t("rules.publish")} width={560} send={send} onClose={onClose}>
      {changes.length > 0 && <div className={styles.changes}><Changes changes={changes} /></div>}
      <Form.Item name="note" label={t("rules.why")} rules={[{ required: true, whitespace: true, message: t("form.required") }]} style={{ marginTop: 12 }}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="from" label={t("rules.from")} extra={t("rules.fromHint")}>
        <Input type="datetime-local" />
      </Form.Item>
    </AskDialog>
  );
}
