import { useQuery } from "@tanstack/react-query";
import { Alert, App, InputNumber, Switch } from "antd";
import { policiesQuery, identityChanges, useIdentityChange } from "@/features/access/identity/queries";
import { Providers } from "@/features/access/identity/Providers";
import styles from "@/features/access/identity/identity.module.css";
import { useRoleName } from "@/features/access/accounts";
import type { Policy } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Bar, explain, Failure } from "@/shared/parts/States";

/** What roles ask of their holders, and where people may sign in instead of here. */
export function IdentityPage() {
  const { t } = useWords();
  return (
    <div className={styles.page}>
      <h1>{t("identity.title")}</h1>
      <Providers />
      <Rules />
    </div>
  );
}

function Rules() {
  const { t } = useWords();
  const nameOf = useRoleName();
  const { message } = App.useApp();
  const rules = useQuery(policiesQuery);
  const change = useIdentityChange(identityChanges.setPolicy);
  const set = (rule: Policy): void => change.mutate(rule, { onSuccess: () => void message.success(t("identity.saved")) });
  return (
    <Card title={t("identity.rules")} flush>
      <p className={styles.hint}>{t("identity.rulesHint")}</p>
      {rules.isPending && <Bar width="60%" style={{ margin: 16 }} />}
      {rules.isError && <Failure error={rules.error} retry={() => void rules.refetch()} />}
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(["identity.role", "identity.second", "identity.sessions", "identity.minutes", "identity.everywhere", "identity.days"] as const).map((word) => (
                <th key={word} scope="col">
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.data?.items.map((rule) => (
              <Rule key={`${rule.role} ${rule.changed ?? ""}`} rule={rule} name={nameOf(rule.role)} busy={change.isPending} onSet={set} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Rule({ rule, name, busy, onSet }: { rule: Policy; name: string; busy: boolean; onSet: (rule: Policy) => void }) {
  const { t } = useWords();
  const label = (word: "identity.second" | "identity.sessions" | "identity.minutes" | "identity.everywhere" | "identity.days"): string => `${name} ${t(word)}`;
  const number = (part: "most_sessions" | "longest_minutes" | "most_days", typed: string): void => {
    const value = typed.trim() === "" ? null : Number(typed);
    if (value === rule[part] || (value === null && part !== "most_days") || Number.isNaN(value)) return;
    onSet({ ...rule, [part]: value });
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Switch size="small" aria-label={label("identity.second")} disabled={busy} checked={rule.second_factor} onChange={(second_factor) => onSet({ ...rule, second_factor })} />
      </td>
      <td>
        <InputNumber size="small" aria-label={label("identity.sessions")} min={1} max={5} defaultValue={rule.most_sessions} onBlur={(event) => number("most_sessions", event.target.value)} />
      </td>
      <td>
        <InputNumber size="small" aria-label={label("identity.minutes")} min={15} max={720} step={15} defaultValue={rule.longest_minutes} onBlur={(event) => number("longest_minutes", event.target.value)} />
      </td>
      <td>
        <Switch size="small" aria-label={label("identity.everywhere")} disabled={busy} checked={rule.everywhere} onChange={(everywhere) => onSet({ ...rule, everywhere })} />
      </td>
      <td>
        <InputNumber
          size="small"
          aria-label={label("identity.days")}
          min={1}
          max={3660}
          placeholder={t("identity.noLimit")}
          {...(rule.most_days !== null && { defaultValue: rule.most_days })}
          onBlur={(event) => number("most_days", event.target.value)}
        />
      </td>
    </tr>
  );
}
