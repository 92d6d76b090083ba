import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Sort } from "@/features/cases/filters";
import { CaseMarks, CaseNumber, placeWords, UrgentMark } from "@/features/cases/list/pieces";
import styles from "@/features/cases/list/list.module.css";
import type { CaseRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import type { Word } from "@/shared/i18n/words";
import { Remaining } from "@/shared/parts/Remaining";
import { Bar } from "@/shared/parts/States";
import { StateTag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

interface CaseTableProps {
  /** null while the first page is on its way. */
  rows: CaseRow[] | null;
  active: number;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

interface Column {
  key: string;
  label: Word;
  skeleton: string;
  sort?: { up: Sort; down: Sort };
}

const COLUMNS: Column[] = [
  { key: "number", label: "cases.column.number", skeleton: "78%" },
  { key: "title", label: "cases.column.title", skeleton: "62%" },
  { key: "place", label: "cases.column.place", skeleton: "84%" },
  { key: "unit", label: "cases.column.unit", skeleton: "70%" },
  { key: "state", label: "cases.column.state", skeleton: "48px" },
  { key: "channel", label: "cases.column.channel", skeleton: "56px" },
  { key: "filed", label: "cases.column.filed", skeleton: "64px", sort: { up: "filed_at", down: "-filed_at" } },
  { key: "due", label: "cases.column.due", skeleton: "84px", sort: { up: "due_at", down: "-due_at" } },
];

function direction(column: Column, sort: Sort): "ascending" | "descending" | undefined {
  if (column.sort?.up === sort) return "ascending";
  return column.sort?.down === sort ? "descending" : undefined;
}

export function CaseTable({ rows, active, sort, onSort }: CaseTableProps) {
  const { t } = useWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-busy={rows === null}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column.key} scope="col" data-column={column.key} aria-sort={direction(column, sort)}>
                {column.sort === undefined ? t(column.label) : <SortButton column={column} sort={sort} onSort={onSort} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === null
            ? Array.from({ length: 14 }, (_, index) => (
                <tr key={index}>
                  {COLUMNS.map((column) => (
                    <td key={column.key}>
                      <Bar width={column.skeleton} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row, index) => <Row key={row.id} row={row} active={index === active} />)}
        </tbody>
      </table>
    </div>
  );
}

function SortButton({ column, sort, onSort }: { column: Column; sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useWords();
  const now = direction(column, sort);
  const label = t(column.label);
  if (column.sort === undefined) return label;
  const { up, down } = column.sort;
  return (
    <button
      type="button"
      className={styles.sort}
      aria-label={t("cases.sort", { column: label })}
      onClick={() => onSort(now === undefined ? (column.key === "due" ? up : down) : now === "ascending" ? down : up)}
    >
      {label}
      {now === "ascending" && <CaretUpOutlined aria-hidden="true" />}
      {now === "descending" && <CaretDownOutlined aria-hidden="true" />}
    </button>
  );
}

function Row({ row, active }: { row: CaseRow; active: boolean }) {
  const { t, code } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const self = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (active) self.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <tr
      ref={self}
      className={styles.row}
      data-active={active}
      data-over={row.overdue}
      onClick={(event) => {
        // A link inside, or text being marked for copying, keeps its own meaning.
        if (event.defaultPrevented || (event.target as HTMLElement).closest("a") !== null) return;
        if (window.getSelection()?.isCollapsed === false) return;
        void navigate({ to: "/cases/$caseId", params: { caseId: row.id } });
      }}
    >
      <td>
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          <CaseNumber number={row.number} />
        </Link>
      </td>
      <td title={row.title}>
        <span className={styles.title}>
          {row.urgent && <UrgentMark />}
          <span className={styles.name}>{row.title}</span>
          <CaseMarks row={row} />
        </span>
      </td>
      <td title={placeWords(row)}>{placeWords(row)}</td>
      <td title={row.unit?.name}>{row.unit?.name ?? <span className={styles.faint}>{t("cases.noUnit")}</span>}</td>
      <td>
        <StateTag state={row.state} />
      </td>
      <td className={styles.faint}>{code("channel", row.channel)}</td>
      <td title={exact(row.opened_at)}>{short(row.opened_at, now)}</td>
      <td>
        <Remaining due={row.due_at} start={row.opened_at} ended={row.closed_at} />
      </td>
    </tr>
  );
}
