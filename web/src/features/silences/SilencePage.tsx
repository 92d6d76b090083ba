import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button, Checkbox, Form, Input } from "antd";
import { useState, type ReactNode } from "react";
import { useMay } from "@/features/access/session";
import { useRuleName } from "@/features/alarms/ruleName";
import { SEVERITY_TONES } from "@/features/alarms/tones";
import devices from "@/features/devices/devices.module.css";
import { Covers } from "@/features/silences/Covers";
import { field, moment } from "@/features/silences/moments";
import { silenceChanges, silenceQuery, underQuery, useSilenceChange, type Silence } from "@/features/silences/queries";
import { SilenceDialog } from "@/features/silences/SilenceDialog";
import { EndSilence } from "@/features/silences/SilenceList";
import { SILENCE_TONES } from "@/features/silences/tones";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { useKeys } from "@/shared/parts/keys";
import { Listing, paged } from "@/shared/parts/Listing";
import { Page, Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { Bar, Failure } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

/** One silence: what it covers, who announced it and why, and the alarms under it, recovered ones too. */
export function SilencePage() {
  const { silenceId = "" } = useParams({ strict: false });
  const found = useQuery(silenceQuery(silenceId));
  if (found.data === undefined && found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Bar width="60%" style={{ margin: 20 }} />;
  return <Shown key={silenceId} silence={found.data} />;
}

function Shown({ silence }: { silence: Silence }) {
  const { t, code } = useWords();
  const may = useMay("alarms.silence");
  const [asking, setAsking] = useState<"end" | "change" | "again" | null>(null);
  const lasts = may && silence.state !== "ended";
  const close = (): void => setAsking(null);
  useKeys({ x: () => lasts && setAsking("end"), e: () => lasts && setAsking("change") });
  return (
    <Page
      title={code("silence_kind", silence.kind)}
      aside={
        <>
          <Tag tone={SILENCE_TONES[silence.state]}>{code("silence_state", silence.state)}</Tag>
          <Link to="/silences">{t("quiet.back")}</Link>
        </>
      }
    >
      <Facts silence={silence} />
      <Under
        silence={silence}
        end={
          may && (
            <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
              {lasts && <Button onClick={() => setAsking("change")}>{t("quiet.change")} (e)</Button>}
              {lasts && <Button danger onClick={() => setAsking("end")}>{t("quiet.end")} (x)</Button>}
              <Button onClick={() => setAsking("again")}>{t("quiet.again")}</Button>
            </div>
          )
        }
      />
      {asking === "end" && <EndSilence silence={silence} onClose={close} />}
      {asking === "change" && <ChangeDialog silence={silence} onClose={close} />}
      {asking === "again" && <SilenceDialog like={silence} onClose={close} />}
    </Page>
  );
}

function Facts({ silence }: { silence: Silence }) {
  const { t } = useWords();
  return (
    <dl className={devices.facts} style={{ padding: "12px 20px" }}>
      <div><dt>{t("quiet.what")}</dt><dd><Covers silence={silence} /></dd></div>
      <div><dt>{t("quiet.span")}</dt><dd>{exact(silence.starts_at)} – {exact(silence.ends_at)}</dd></div>
      <div><dt>{t("quiet.reason")}</dt><dd>{silence.reason}</dd></div>
      <div><dt>{t("quiet.by")}</dt><dd>{silence.made_name} · {exact(silence.made_at)}</dd></div>
      {silence.ended_early && <div><dt>{t("quiet.endedBy", { name: silence.ended_name ?? "" })}</dt><dd>{silence.end_reason || "—"}</dd></div>}
    </dl>
  );
}

function RuleName({ alarm }: { alarm: { rule: string; condition: string } }) {
  return useRuleName(alarm);
}

function Under({ silence, end }: { silence: Silence; end: ReactNode }) {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const [standing, setStanding] = useState(false);
  const found = useInfiniteQuery(underQuery(silence.id, standing));
  return (
    <>
      <Tools end={end}>
        <b>{t("quiet.held")}</b>
        <Checkbox checked={standing} onChange={(event) => setStanding(event.target.checked)}>{t("quiet.heldNow")}</Checkbox>
      </Tools>
      <Listing
        source={paged(found)}
        label={t("quiet.held")}
        empty={t("quiet.heldNone")}
        hint={t("quiet.heldHint")}
        onOpen={(row) => void navigate({ to: "/alarms/$alarmId", params: { alarmId: row.id } })}
        columns={[
          { key: "severity", title: t("alarms.severity"), show: (row) => <Tag tone={SEVERITY_TONES[row.severity] ?? "stone"}>{code("severity", row.severity)}</Tag> },
          { key: "rule", title: t("alarms.what"), as: "wide", show: (row) => <Link to="/alarms/$alarmId" params={{ alarmId: row.id }}><RuleName alarm={row} /></Link> },
          { key: "device", title: t("devices.one"), as: "wide", show: (row) => <>{row.device_name || row.device_code}<span className={styles.sub}>{[row.address, row.floor].filter(Boolean).join(" ")}</span></> },
          { key: "raised", title: t("alarms.raised"), as: "tight", show: (row) => short(row.raised_at, now) },
          { key: "state", title: t("accounts.state"), show: (row) => <Tag tone={row.state === "firing" ? "cinnabar" : "malachite"}>{code("alarm_state", row.state)}</Tag> },
          { key: "recovered", title: t("quiet.recovered"), as: "tight", show: (row) => { const well = row.resolved_at ?? row.recovered_at; return well === null ? "—" : short(well, now); } },
        ]}
      />
    </>
  );
}

function ChangeDialog({ silence, onClose }: { silence: Silence; onClose: () => void }) {
  const { t } = useWords();
  const change = useSilenceChange();
  const required = [{ required: true, whitespace: true, message: t("form.required") }];
  const send = ({ ends, reason }: { ends: string; reason: string }): Promise<unknown> => change.mutateAsync(() => silenceChanges.change(silence.id, moment(ends), reason.trim()));
  return (
    <AskDialog<{ ends: string; reason: string }> title={t("quiet.change")} ok={t("quiet.change")} initial={{ ends: field(silence.ends_at), reason: silence.reason }} send={send} onClose={onClose}>
      <Form.Item name="ends" label={t("quiet.until")} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={t("quiet.reason")} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </AskDialog>
  );
}
