import { useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Behind, type Opened } from "@/features/evaluation/Behind";
import { FigureTable } from "@/features/evaluation/FigureTable";
import { GROUPS, lastDays, type EvaluationSearch, type Period } from "@/features/evaluation/figures";
import { figuresQuery } from "@/features/evaluation/queries";
import styles from "@/features/evaluation/evaluation.module.css";
import { useWords } from "@/shared/i18n";
import { Bar, Failure, Nothing } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { day, exact } from "@/shared/time/format";

interface EvaluationPageProps {
  search: EvaluationSearch;
  onSearch: (next: EvaluationSearch) => void;
}

const SPANS = [
  [7, "evaluation.week"],
  [30, "evaluation.month"],
  [90, "evaluation.quarter"],
] as const;

export function EvaluationPage({ search, onSearch }: EvaluationPageProps) {
  const { t, code } = useWords();
  const today = day(useNow().toISOString());
  const group = search.group ?? "jurisdiction";
  const usual = lastDays(30, today);
  const period: Period = { from: search.from ?? usual.from, to: search.to ?? usual.to };
  const figures = useQuery(figuresQuery(group, period));
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("evaluation.title")}</h1>
        <Segmented
          aria-label={t("evaluation.group")}
          value={group}
          options={GROUPS.map((value) => ({ value, label: code("group", value) }))}
          onChange={(value) => onSearch({ ...search, group: value })}
        />
        <DatePicker.RangePicker
          aria-label={t("evaluation.period")}
          allowClear={false}
          value={[dayjs(period.from), dayjs(period.to)]}
          onChange={(range) => onSearch({ ...search, from: range?.[0]?.format("YYYY-MM-DD"), to: range?.[1]?.format("YYYY-MM-DD") })}
        />
        <span className={styles.spans}>
          {SPANS.map(([days, label]) => {
            const span = lastDays(days, today);
            const chosen = span.from === period.from && span.to === period.to;
            return (
              <Button key={days} size="small" type={chosen ? "primary" : "text"} ghost={chosen} onClick={() => onSearch({ ...search, ...span })}>
                {t(label)}
              </Button>
            );
          })}
        </span>
        {figures.data !== undefined && <p className={styles.asOf}>{t("evaluation.asOf", { at: exact(figures.data.as_of) })}</p>}
      </header>
      <div className={styles.body} data-turning={figures.isPlaceholderData}>
        {figures.isPending && <Waiting />}
        {figures.isError && <Failure error={figures.error} retry={() => void figures.refetch()} />}
        {figures.data?.rows.length === 0 && (
          <Nothing title={t("cases.empty")}>
            <p>{t("evaluation.empty")}</p>
          </Nothing>
        )}
        {figures.data !== undefined && figures.data.rows.length > 0 && (
          <FigureTable figures={figures.data} group={code("grouped", group)} onOpen={(row, column) => setOpened({ row, column })} />
        )}
      </div>
      {opened !== null && <Behind opened={opened} group={group} period={period} onClose={() => setOpened(null)} />}
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} aria-busy="true">
      {Array.from({ length: 11 }, (_, index) => (
        <Bar key={index} width={`${92 - (index % 4) * 6}%`} />
      ))}
    </div>
  );
}
