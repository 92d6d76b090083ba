import { useQuery } from "@tanstack/react-query";
import { Alert, Button, DatePicker, Form, Select } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { accountChanges, areasQuery, holdingsQuery, organisationsQuery, rolesQuery, useAccountChange, useRoleName, type NewGrant } from "@/features/access/accounts";
import styles from "@/features/access/security/security.module.css";
import { useMay, useSession } from "@/features/access/session";
import type { AccountDetail, Holding } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Card } from "@/shared/parts/Card";
import { Bar, explain } from "@/shared/parts/States";
import { day, dayEnd, dayStart } from "@/shared/time/format";

/** The roles an account holds, each over a part of the city and for a time. */
export function Grants({ account }: { account: AccountDetail }) {
  const { t } = useWords();
  const nameOf = useRoleName();
  const held = useQuery(holdingsQuery(account.id));
  const own = useSession()?.account_id === account.id;
  const mayGrant = useMay("grants.manage") && !own;
  const areas = useQuery({ ...areasQuery, enabled: useMay("places.read") });
  const units = useQuery(organisationsQuery(""));
  const change = useAccountChange();
  const where = (holding: Holding): string => {
    const area = holding.jurisdiction === null ? null : (areas.data?.items.find((each) => each.id === holding.jurisdiction)?.name ?? t("accounts.part"));
    const unit = holding.organisation === null ? null : (units.data?.items.find((each) => each.id === holding.organisation)?.name ?? t("account.unit"));
    return [area, unit].filter((part) => part !== null).join(" · ") || t("accounts.everywhere");
  };
  return (
    <Card title={t("account.grants")}>
      {held.isPending && <Bar width="60%" />}
      {held.isError && <Alert type="error" title={explain(held.error, t)} />}
      {held.data?.items.length === 0 && <p className={styles.faint}>{t("accounts.noRole")}</p>}
      <ul className={styles.list}>
        {held.data?.items.map((holding) => (
          <li key={holding.id}>
            <span>
              {nameOf(holding.role)}
              <small>
                {where(holding)} · {t("account.from", { at: day(holding.since) })} · {holding.until === null ? t("account.forGood") : t("account.until", { at: lastDay(holding.until) })}
              </small>
            </span>
            {mayGrant && (
              <Sure title={t("security.removeSure")} onSure={() => change.mutate(() => accountChanges.revoke(account.id, holding.id))}>
                <Button size="small">{t("accounts.revoke")}</Button>
              </Sure>
            )}
          </li>
        ))}
      </ul>
      {change.isError && <Alert type="error" title={explain(change.error, t)} />}
      {mayGrant && <GrantForm accountId={account.id} areas={areas.data?.items ?? []} />}
    </Card>
  );
}

/** The last day that a grant covers: it ends with the first moment of the next one. */
function lastDay(until: string): string {
  return day(new Date(new Date(until).getTime() - 1).toISOString());
}

interface Asked {
  role: string;
  jurisdiction?: string;
  organisation?: string;
  dates?: [Dayjs | null, Dayjs | null] | null;
}

function grantOf({ role, jurisdiction, organisation, dates }: Asked): NewGrant {
  const [since, until] = [dates?.[0], dates?.[1]];
  return {
    role,
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(organisation !== undefined && { organisation }),
    ...(since && { since: dayStart(since.format("YYYY-MM-DD")) }),
    ...(until && { until: dayEnd(until.format("YYYY-MM-DD")) }),
  };
}

/** Picks an organisation by name, code or pinyin initials. */
function UnitSelect({ value, onChange }: { value?: string; onChange?: (id: string | undefined) => void }) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const units = useQuery(organisationsQuery(words));
  return (
    <Select
      placeholder={t("account.anyUnit")}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      {...(value !== undefined && { value })}
      onChange={(id: string | undefined) => onChange?.(id)}
      options={units.data?.items.map((unit) => ({ value: unit.id, label: unit.name })) ?? []}
    />
  );
}

function GrantForm({ accountId, areas }: { accountId: string; areas: readonly { id: string; name: string }[] }) {
  const { t, pick } = useWords();
  const roles = useQuery(rolesQuery);
  const change = useAccountChange();
  const [form] = Form.useForm<Asked>();
  return (
    <Form
      form={form}
      layout="vertical"
      className={styles.form}
      requiredMark={false}
      onFinish={(asked) => change.mutate(() => accountChanges.grant(accountId, grantOf(asked)), { onSuccess: () => form.resetFields() })}
    >
      <Form.Item name="role" label={t("accounts.roles")} rules={[{ required: true, message: t("form.required") }]}>
        <Select options={roles.data?.items.map((role) => ({ value: role.code, label: pick(role.label_zh, role.label_en) })) ?? []} />
      </Form.Item>
      <Form.Item name="jurisdiction" label={t("accounts.area")}>
        <Select placeholder={t("accounts.everywhere")} allowClear showSearch={{ optionFilterProp: "label" }} options={areas.map((area) => ({ value: area.id, label: area.name }))} />
      </Form.Item>
      <Form.Item name="dates" label={t("account.dates")}>
        <DatePicker.RangePicker allowEmpty={[true, true]} placeholder={[t("account.since"), t("account.untilLabel")]} style={{ width: "100%" }} />
      </Form.Item>
      <Form.Item name="organisation" label={t("account.organisation")}>
        <UnitSelect />
      </Form.Item>
      {change.isError && <Alert className={styles.whole} type="error" title={explain(change.error, t)} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t("accounts.grant")}
      </Button>
    </Form>
  );
}
