import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { CaseCards } from "@/features/cases/list/CaseCards";
import { figure, type Group, type Period } from "@/features/evaluation/figures";
import { behindQuery } from "@/features/evaluation/queries";
import type { FigureColumn, FigureRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Failure, Nothing } from "@/shared/parts/States";

export interface Opened {
  row: FigureRow;
  column: FigureColumn;
}

interface BehindProps {
  opened: Opened;
  group: Group;
  period: Period;
  onClose: () => void;
}

/** The cases a figure was made of. */
export function Behind({ opened: { row, column }, group, period, onClose }: BehindProps) {
  const { t, pick } = useWords();
  const cases = useQuery(behindQuery(group, period, column.code, row.id));
  const [num, den] = row.parts[column.code] ?? [];
  const title = t("evaluation.behind", { name: row.name, figure: pick(column.label_zh, column.label_en) });
  return (
    <Drawer
      open
      size={460}
      title={title}
      extra={
        <span>
          {figure(row.values[column.code], column.unit)}
          {num !== undefined && den !== undefined && `（${t("evaluation.parts", { num, den })}）`}
        </span>
      }
      styles={{ body: { padding: 0 } }}
      onClose={onClose}
    >
      {cases.isError ? (
        <Failure error={cases.error} retry={() => void cases.refetch()} />
      ) : cases.data?.items.length === 0 ? (
        <Nothing title={t("cases.empty")} />
      ) : (
        <CaseCards rows={cases.data?.items ?? null} />
      )}
    </Drawer>
  );
}
