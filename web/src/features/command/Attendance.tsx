import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { attendanceQuery, commandChanges, useCommandChange } from "@/features/command/queries";
import { TrackOf } from "@/features/command/TrackDialog";
import { UnitSelect, useUnitName } from "@/features/people/units";
import { useWords } from "@/shared/i18n";
import { Listing, paged } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { dayEnd, dayStart, short } from "@/shared/time/format";

/** Signing in and out of one's own shift, and how shifts were kept. */
export function Attendance() {
  const { t } = useWords();
  const reads = useMay("attendance.read");
  const [unit, setUnit] = useState<string | undefined>();
  const [days, setDays] = useState<[Dayjs, Dayjs]>(() => [dayjs().subtract(6, "day"), dayjs()]);
  return (
    <>
      <Tools end={<Sign />}>
        {reads && <UnitSelect {...(unit !== undefined && { value: unit })} onChange={setUnit} placeholder={t("orders.anyUnit")} />}
        {reads && <DatePicker.RangePicker aria-label={t("audit.days")} allowClear={false} value={days} onChange={(chosen) => chosen?.[0] && chosen[1] && setDays([chosen[0], chosen[1]])} />}
      </Tools>
      {reads ? <Kept unit={unit} days={days} /> : <Nothing title={t("attendance.own")} />}
    </>
  );
}

function Sign() {
  const { t } = useWords();
  const { message } = App.useApp();
  const may = useMay("duty.attend");
  const change = useCommandChange();
  if (!may) return null;
  const sign = (verb: "signIn" | "signOut") => (): void =>
    change.mutate(commandChanges[verb], {
      onSuccess: () => void message.success(t(`attendance.${verb}Done`)),
      onError: (error) => void message.error(explain(error, t)),
    });
  return (
    <>
      <Button onClick={sign("signOut")}>{t("attendance.signOut")}</Button>
      <Button type="primary" onClick={sign("signIn")}>
        {t("attendance.signIn")}
      </Button>
    </>
  );
}

function Kept({ unit, days }: { unit: string | undefined; days: [Dayjs, Dayjs] }) {
  const { t, code } = useWords();
  const now = useNow();
  const unitName = useUnitName();
  const found = useInfiniteQuery(attendanceQuery(dayStart(days[0].format("YYYY-MM-DD")), dayEnd(days[1].format("YYYY-MM-DD")), unit));
  const off = (seconds: number, word: "attendance.late" | "attendance.early") => seconds > 0 && <Tag tone="ochre">{t(word, { n: Math.ceil(seconds / 60) })}</Tag>;
  return (
    <Listing
      source={paged(found)}
      label={t("attendance.title")}
      empty={t("attendance.none")}
      columns={[
        { key: "unit", title: t("cases.column.unit"), show: (row) => unitName(row.organisation_id) },
        { key: "staff", title: t("attendance.staff"), as: "tight", show: (row) => <>{row.staff_name || "—"}<span className={styles.sub}>{row.post_name}</span></> },
        { key: "shift", title: t("rosters.span"), as: "tight", show: (row) => `${short(row.starts, now)} – ${short(row.ends, now)}` },
        { key: "state", title: t("accounts.state"), show: (row) => <Tag tone={row.state === "absent" ? "cinnabar" : row.state === "on" ? "malachite" : "stone"}>{code("attendance", row.state)}</Tag> },
        { key: "in", title: t("attendance.signIn"), show: (row) => <span className={styles.row}>{row.in_at === null ? "—" : short(row.in_at, now)} {off(row.late_seconds, "attendance.late")} {row.in_place === false && <Tag tone="ochre">{t("attendance.elsewhere")}</Tag>}</span> },
        { key: "out", title: t("attendance.signOut"), show: (row) => <span className={styles.row}>{row.out_at === null ? "—" : short(row.out_at, now)} {off(row.early_seconds, "attendance.early")}</span> },
        { key: "act", title: t("accounts.changes"), as: "act", show: (row) => <TrackOf row={row} /> },
      ]}
    />
  );
}
