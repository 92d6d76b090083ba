import { Form, Select } from "antd";
import type { RuleSet } from "@/features/rules/model";
import { ruleChanges, useRuleChange } from "@/features/rules/queries";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";

const DAYS = [1, 7, 30, 90, 365] as const;
const DAY_MS = 86_400_000;

/** Has rules tried over the readings of some days: nothing is switched on by it. */
export function TryDialog({ rules, onAsked, onClose }: { rules: RuleSet; onAsked: (id: string) => void; onClose: () => void }) {
  const { t } = useWords();
  const change = useRuleChange();
  const send = async ({ days }: { days: number }): Promise<void> => {
    const until = Date.now();
    const made = await change.mutateAsync(() => ruleChanges.attempt(rules, new Date(until - days * DAY_MS).toISOString(), new Date(until).toISOString()));
    onAsked((made as { id: string }).id);
  };
  return (
    <AskDialog<{ days: number }> title={t("rules.try")} ok={t("rules.try")} initial={{ days: 7 }} send={send} onClose={onClose}>
      <Form.Item name="days" label={t("rules.over")} extra={t("rules.tryHint")}>
        <Select options={DAYS.map((value) => ({ value, label: t("rules.days", { n: value }) }))} />
      </Form.Item>
    </AskDialog>
  );
}
