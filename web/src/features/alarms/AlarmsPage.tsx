import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { useRuleName } from "@/features/alarms/ruleName";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import { alarmChanges, alarmsQuery, SEVERITIES, useAlarmChange, type AlarmSearch } from "@/features/alarms/queries";
import { useWords } from "@/shared/i18n";
import { Listing, paged } from "@/shared/parts/Listing";
import { Page, Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";


function RuleName({ alarm }: { alarm: { rule: string; condition: string } }) {
  return useRuleName(alarm);
}

/** What devices raise, the latest first: what stands, and what waits for a verdict. */
export function AlarmsPage() {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const mayAcknowledge = useMay("alarms.handle");
  const [search, setSearch] = useState<AlarmSearch>({ standing: true });
  const found = useInfiniteQuery(alarmsQuery(search));
  const change = useAlarmChange();
  const { severity, standing, judged, words } = search;
  const narrow = (next: { [Field in keyof AlarmSearch]: AlarmSearch[Field] | undefined }): void => setSearch(kept(next));
  return (
    <Page title={t("alarms.title")}>
      <Tools>
        <Input.Search allowClear aria-label={t("alarms.search")} placeholder={t("alarms.search")} style={{ width: 240 }} onSearch={(typed) => narrow({ ...search, words: typed.trim() === "" ? undefined : typed.trim() })} defaultValue={words} />
        <Select
          allowClear
          aria-label={t("alarms.severity")}
          placeholder={t("alarms.severity")}
          style={{ minWidth: 120 }}
          value={severity}
          onChange={(value: AlarmSearch["severity"]) => narrow({ ...search, severity: value })}
          options={SEVERITIES.map((value) => ({ value, label: code("severity", value) }))}
        />
        <Checkbox checked={standing === true} onChange={(event) => narrow({ ...search, standing: event.target.checked ? true : undefined })}>
          {t("alarms.standing")}
        </Checkbox>
        <Checkbox checked={judged === false} onChange={(event) => narrow({ ...search, judged: event.target.checked ? false : undefined })}>
          {t("alarms.unjudged")}
        </Checkbox>
      </Tools>
      {change.isError && <p role="alert" className={styles.note}>{explain(change.error, t)}</p>}
      <Listing
        source={paged(found)}
        label={t("alarms.title")}
        empty={t("alarms.none")}
        hint={t("alarms.noneHint")}
        onOpen={(row) => void navigate({ to: "/alarms/$alarmId", params: { alarmId: row.id } })}
        columns={[
          { key: "severity", title: t("alarms.severity"), show: (row) => <Tag tone={SEVERITY_TONES[row.severity] ?? "stone"}>{code("severity", row.severity)}</Tag> },
          { key: "rule", title: t("alarms.what"), as: "wide", show: (row) => <><Link to="/alarms/$alarmId" params={{ alarmId: row.id }}><RuleName alarm={row} /></Link>{row.suppressed != null && <Tag>{code("suppression", row.suppressed.kind)}</Tag>}</> },
          { key: "device", title: t("devices.one"), as: "wide", show: (row) => <>{row.device_name || row.device_code}<span className={styles.sub}>{[row.address, row.floor].filter(Boolean).join(" ")}</span></> },
          { key: "value", title: t("alarms.value"), as: "number", show: (row) => row.last_value ?? row.value ?? "—" },
          { key: "at", title: t("alarms.raised"), as: "tight", show: (row) => short(row.raised_at, now) },
          { key: "state", title: t("accounts.state"), show: (row) => <>{code("alarm_state", row.state)}{row.verdict !== null && <span className={styles.sub}>{code("alarm_verdict", row.verdict)}</span>}</> },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) =>
              mayAcknowledge &&
              row.acknowledged_at === null &&
              row.state !== "resolved" && (
                <Button size="small" onClick={() => change.mutate(() => alarmChanges.acknowledge(row.id))}>
                  {t("alarms.acknowledge")}
                </Button>
              ),
          },
        ]}
      />
    </Page>
  );
}

function kept(next: { [Field in keyof AlarmSearch]: AlarmSearch[Field] | undefined }): AlarmSearch {
  const { words, severity, standing, judged } = next;
  return { ...(words !== undefined && { words }), ...(severity !== undefined && { severity }), ...(standing !== undefined && { standing }), ...(judged !== undefined && { judged }) };
}
