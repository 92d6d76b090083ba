import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { useState } from "react";
import { figure, sorted, turned, type Order } from "@/features/evaluation/figures";
import styles from "@/features/evaluation/evaluation.module.css";
import type { FigureColumn, FigureRow, Figures } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";

interface FigureTableProps {
  figures: Figures;
  group: string;
  onOpen: (row: FigureRow, column: FigureColumn) => void;
}

/** Rows are who is judged, columns the figures; each figure opens to the cases it was made of. */
export function FigureTable({ figures, group, onOpen }: FigureTableProps) {
  const { t, pick } = useWords();
  const [sort, setSort] = useState<Order | null>(null);
  const rows = [{ ...figures.total, name: t("evaluation.total") }, ...sorted(figures.rows, sort)];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{group}</th>
            {figures.columns.map((column) => (
              <th key={column.code} scope="col" aria-sort={sort?.code === column.code ? (sort.down ? "descending" : "ascending") : undefined}>
                <button type="button" className={styles.sort} onClick={() => setSort(turned(sort, column.code))}>
                  {pick(column.label_zh, column.label_en)}
                  {sort?.code === column.code && (sort.down ? <CaretDownOutlined aria-hidden="true" /> : <CaretUpOutlined aria-hidden="true" />)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-total={row === rows[0]}>
              <th scope="row">{row.name}</th>
              {figures.columns.map((column) => (
                <td key={column.code}>
                  <Cell row={row} column={column} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, column, onOpen }: { row: FigureRow; column: FigureColumn; onOpen: FigureTableProps["onOpen"] }) {
  const { t, pick } = useWords();
  const value = row.values[column.code];
  const words = figure(value, column.unit);
  const [num, den] = row.parts[column.code] ?? [];
  if (value === null || value === undefined) {
    return (
      <span className={styles.none} title={t("evaluation.none")}>
        {words}
      </span>
    );
  }
  const rate = column.unit === "%" || column.unit === "percent";
  return (
    <button
      type="button"
      className={styles.figure}
      title={typeof num !== "number" || typeof den !== "number" ? undefined : t("evaluation.parts", { num, den })}
      aria-label={t("evaluation.open", { name: row.name, figure: pick(column.label_zh, column.label_en), value: words })}
      onClick={() => onOpen(row, column)}
    >
      {words}
      {rate && (
        <span className={styles.share} aria-hidden="true">
          <i style={{ inlineSize: `${Math.min(Math.max(value, 0), 100)}%` }} />
        </span>
      )}
    </button>
  );
}
