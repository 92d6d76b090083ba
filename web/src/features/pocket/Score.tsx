import { pocketWords } from "@/features/pocket/words";
import type { Figures as Table } from "@/shared/api/types";
import { useLight } from "@/shared/light/lang";
import { shownFigure } from "@/shared/light/figure";

/** A few of the figures of a table's whole, as tiles. */
export function Figures({ figures, codes }: { figures: Table; codes: readonly string[] }) {
  const { pick } = useLight(pocketWords);
  const columns = codes.flatMap((code) => figures.columns.filter((column) => column.code === code));
  return (
    <div className="l-figures">
      {columns.map((column) => (
        <div key={column.code}>
          <b>{shownFigure(figures.total.values[column.code], column.unit)}</b>
          <span className="l-soft">{pick(column.label_zh, column.label_en)}</span>
        </div>
      ))}
    </div>
  );
}
