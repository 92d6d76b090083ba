import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import { UnitSelect } from "@/features/people/units";
import { differs, weeksOf } from "@/features/settings/month";
import { calendarChanges, useCalendarChange, yearQuery, type Day } from "@/features/settings/queries";
import styles from "@/features/settings/settings.module.css";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Tools } from "@/shared/parts/Page";
import page from "@/shared/parts/page.module.css";
import { Bar, explain, Failure } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { day as dateOf } from "@/shared/time/format";

/** The working calendar of a year, for everybody or one unit; dates are changed with a reason. */
export function CalendarPart() {
  const { t } = useWords();
  const may = useMay("matters.write");
  const today = dateOf(useNow().toISOString());
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [unit, setUnit] = useState<string | undefined>();
  const [chosen, setChosen] = useState<Day | null>(null);
  const found = useQuery(yearQuery(year, unit));
  return (
    <>
      <Tools>
        <span className={styles.years} role="group" aria-label={t("calendar.year")}>
          <Button size="small" icon={<LeftOutlined />} aria-label={String(year - 1)} onClick={() => setYear(year - 1)} />
          <b>{year}</b>
          <Button size="small" icon={<RightOutlined />} aria-label={String(year + 1)} onClick={() => setYear(year + 1)} />
        </span>
        <UnitSelect {...(unit !== undefined && { value: unit })} onChange={setUnit} placeholder={t("calendar.unit")} />
        <span className={page.faint}>{t(may ? "calendar.hint" : "calendar.hintRead")}</span>
      </Tools>
      <div className={page.body} tabIndex={0}>
        {found.data?.provisional === true && <p className={page.note}>{t("calendar.provisional", { year })}</p>}
        {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <Bar width="60%" style={{ margin: 20 }} />}
        {found.data !== undefined && (
          <div className={styles.months}>
            {Array.from({ length: 12 }, (_, index) => (
              <Month key={index} days={found.data.days} month={index + 1} today={today} onPick={may ? setChosen : undefined} />
            ))}
          </div>
        )}
      </div>
      {chosen !== null && <ChangeDialog day={chosen} unit={unit} onClose={() => setChosen(null)} />}
    </>
  );
}

interface MonthProps {
  days: readonly Day[];
  month: number;
  today: string;
  onPick: ((day: Day) => void) | undefined;
}

function Month({ days, month, today, onPick }: MonthProps) {
  const { language } = useWords();
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const named = (options: Intl.DateTimeFormatOptions, date: Date): string => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
  const title = named({ month: "long" }, new Date(Date.UTC(2026, month - 1, 1)));
  return (
    <table className={styles.month} aria-label={title}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => (
            <th key={index} scope="col">
              {named({ weekday: "narrow" }, new Date(Date.UTC(2026, 5, 1 + index)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days, month).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place}>{day !== null && <DayCell day={day} today={today} onPick={onPick} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, today, onPick }: { day: Day; today: string; onPick: ((day: Day) => void) | undefined }) {
  const { t } = useWords();
  const state = day.name || t(day.working ? (day.made_up ? "calendar.madeUp" : "calendar.worked") : "calendar.off");
  const said = t("calendar.dateOf", { date: day.date, state });
  const marks = { "data-off": !day.working, "data-differs": differs(day) ?? undefined, "data-today": day.date === today };
  const number = Number(day.date.slice(8));
  if (onPick === undefined) return <span className={styles.date} title={said} {...marks}>{number}</span>;
  return (
    <button type="button" className={styles.date} title={said} onClick={() => onPick(day)} {...marks}>
      {number}
      <span className="sr-only"> {said}</span>
    </button>
  );
}

function ChangeDialog({ day, unit, onClose }: { day: Day; unit: string | undefined; onClose: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const change = useCalendarChange();
  const said = (): void => void message.success(t("calendar.saved"));
  const restore = (): void =>
    change.mutate(() => calendarChanges.restore(unit, day.date), {
      onSuccess: () => {
        said();
        onClose();
      },
    });
  return (
    <AskDialog<{ working: boolean; reason: string }>
      title={t("calendar.set", { date: day.date })}
      ok={t("calendar.save")}
      initial={{ working: !day.working }}
      send={async ({ working, reason }) => {
        await change.mutateAsync(() => calendarChanges.set(unit, day.date, working, reason));
        said();
      }}
      onClose={onClose}
    >
      <Form.Item name="working" label={t("calendar.how")}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={[
            { value: true, label: t("calendar.worked") },
            { value: false, label: t("calendar.off") },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t("calendar.reason")} rules={[{ required: true, whitespace: true, message: t("form.required") }]}>
        <Input maxLength={200} />
      </Form.Item>
      <p>
        <Button type="link" size="small" loading={change.isPending} onClick={restore}>
          {t("calendar.restore")}
        </Button>
        {change.isError && <span role="alert">{explain(change.error, t)}</span>}
      </p>
    </AskDialog>
  );
}
