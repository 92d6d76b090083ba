import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Drawer, Form, Input } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { useMay } from "@/features/access/session";
import own from "@/features/command/command.module.css";
import { commandChanges, onDutyQuery, problemsQuery, rosterQuery, rostersQuery, useCommandChange } from "@/features/command/queries";
import { UnitSelect, useUnitName } from "@/features/people/units";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, paged, whole } from "@/shared/parts/Listing";
import { Tools } from "@/shared/parts/Page";
import styles from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { day, dayEnd, dayStart, short } from "@/shared/time/format";

const TONES: Record<string, Tone> = { draft: "ochre", published: "malachite", dropped: "stone" };

/** Rosters: drafted, checked, published; each opens to its shifts. */
export function Rosters() {
  const { t, code } = useWords();
  const now = useNow();
  const mayWrite = useMay("rosters.write");
  const unitName = useUnitName();
  const [unit, setUnit] = useState<string | undefined>();
  const [drafting, setDrafting] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const found = useInfiniteQuery(rostersQuery(unit));
  const change = useCommandChange();
  const required = [{ required: true, message: t("form.required") }];
  const draft = (asked: { unit: string; days: [Dayjs, Dayjs]; note?: string }): Promise<unknown> =>
    change.mutateAsync(() => commandChanges.draft({ unit: asked.unit, note: asked.note ?? "", starts: dayStart(asked.days[0].format("YYYY-MM-DD")), ends: dayEnd(asked.days[1].format("YYYY-MM-DD")) }));
  return (
    <>
      <Tools
        end={
          mayWrite && (
            <Button type="primary" onClick={() => setDrafting(true)}>
              {t("rosters.new")}
            </Button>
          )
        }
      >
        <UnitSelect {...(unit !== undefined && { value: unit })} onChange={setUnit} placeholder={t("orders.anyUnit")} />
      </Tools>
      <Listing
        source={paged(found)}
        label={t("rosters.title")}
        empty={t("rosters.none")}
        onOpen={(row) => setOpened(row.id)}
        columns={[
          { key: "unit", title: t("cases.column.unit"), show: (row) => unitName(row.organisation_id) },
          { key: "days", title: t("audit.days"), as: "tight", show: (row) => `${day(row.starts)} – ${day(new Date(new Date(row.ends).getTime() - 1).toISOString())}` },
          { key: "note", title: t("step.text"), as: "wide", show: (row) => row.note || "—" },
          { key: "state", title: t("accounts.state"), show: (row) => <Tag tone={TONES[row.state] ?? "stone"}>{code("roster_state", row.state)}</Tag> },
          { key: "at", title: t("rosters.published"), as: "faint", show: (row) => (row.published_at === null ? "—" : short(row.published_at, now)) },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <Button size="small" onClick={() => setOpened(row.id)}>
                {t("rosters.open")}
              </Button>
            ),
          },
        ]}
      />
      {opened !== null && <Opened id={opened} onClose={() => setOpened(null)} />}
      {drafting && (
        <AskDialog title={t("rosters.new")} ok={t("form.submit")} send={draft} onClose={() => setDrafting(false)}>
          <Form.Item name="unit" label={t("cases.column.unit")} rules={required}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="days" label={t("audit.days")} rules={required}>
            <DatePicker.RangePicker style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item name="note" label={t("step.text")}>
            <Input maxLength={200} />
          </Form.Item>
        </AskDialog>
      )}
    </>
  );
}

/** A roster's shifts, what is wrong with them, and what may be done with it. */
function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, code } = useWords();
  const now = useNow();
  const mayWrite = useMay("rosters.write");
  const found = useQuery(rosterQuery(id));
  const problems = useQuery(problemsQuery(id)).data?.problems ?? [];
  const change = useCommandChange();
  const roster = found.data;
  const names = useQuery(onDutyQuery(roster?.organisation_id ?? "")).data?.items ?? [];
  const draft = mayWrite && roster?.state === "draft";
  const shifts = numbered(roster?.shifts);
  return (
    <Drawer
      open
      size={760}
      title={t("rosters.one")}
      onClose={onClose}
      extra={draft && <DraftButtons id={id} version={roster.version} problems={problems} change={change} onClose={onClose} />}
    >
      {change.isError && <p role="alert">{explain(change.error, t)}</p>}
      <Problems problems={problems} />
      {draft && <CsvField onCsv={(csv) => change.mutate(() => commandChanges.replace(id, csv, roster.version))} />}
      <Listing
        source={whole({ ...found, data: shifts && { items: shifts } })}
        label={t("rosters.shifts")}
        empty={t("rosters.noShifts")}
        columns={[
          { key: "n", title: "#", as: "tight", show: (row) => row.number },
          { key: "post", title: t("unit.post"), show: (row) => names.find((each) => each.post_id === row.post_id)?.post ?? `…${row.post_id.slice(-6)}` },
          { key: "staff", title: t("unit.name"), show: (row) => names.find((each) => each.staff_id === row.staff_id)?.name ?? `…${row.staff_id.slice(-6)}` },
          { key: "span", title: t("rosters.span"), as: "tight", show: (row) => `${short(row.starts, now)} – ${short(row.ends, now)}` },
          { key: "mode", title: t("command.mode"), show: (row) => code("duty_mode", row.mode) },
        ]}
      />
      <p className={styles.faint}>
        <a href={`/api/command/rosters/${id}/csv`} download={`roster-${id}.csv`}>
          {t("rosters.csvOut")}
        </a>
      </p>
    </Drawer>
  );
}

/** Shifts with their row numbers, which is how the problems name them. */
function numbered(shifts: components["schemas"]["PlannedShiftOut"][] | undefined) {
  return shifts?.map((shift, index) => ({ ...shift, id: String(index), number: index + 1 }));
}

type Problem = components["schemas"]["RosterProblemOut"];

function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useWords();
  if (problems.length === 0) return null;
  return (
    <ul className={own.problems} aria-label={t("rosters.problems")}>
      {problems.map((problem, index) => (
        <li key={index} className={problem.hard ? own.hard : undefined}>
          {t("rosters.problem", { row: problem.row, detail: problem.detail })}
        </li>
      ))}
    </ul>
  );
}

interface DraftButtonsProps {
  id: string;
  version: number;
  problems: readonly Problem[];
  change: ReturnType<typeof useCommandChange>;
  onClose: () => void;
}

function DraftButtons({ id, version, problems, change, onClose }: DraftButtonsProps) {
  const { t } = useWords();
  return (
    <span className={styles.row}>
      <Sure title={t("rosters.dropSure")} onSure={() => change.mutate(() => commandChanges.drop(id), { onSuccess: onClose })}>
        <Button>{t("rosters.drop")}</Button>
      </Sure>
      <Sure title={t(problems.length > 0 ? "rosters.publishAnyway" : "rosters.publishSure")} onSure={() => change.mutate(() => commandChanges.publish(id, version))}>
        <Button type="primary" disabled={problems.some((problem) => problem.hard)}>
          {t("rosters.publish")}
        </Button>
      </Sure>
    </span>
  );
}

function CsvField({ onCsv }: { onCsv: (csv: string) => void }) {
  const { t } = useWords();
  return (
    <p className={styles.row}>
      <label htmlFor="roster-csv">{t("rosters.csv")}</label>
      <input
        id="roster-csv"
        type="file"
        accept=".csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void file.text().then(onCsv);
        }}
      />
    </p>
  );
}
