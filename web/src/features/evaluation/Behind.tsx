import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import styles from "@/features/evaluation/evaluation.module.css";
import { figure, type Group, type Period } from "@/features/evaluation/figures";
import { behindQuery } from "@/features/evaluation/queries";
import type { Behind as BehindRow, FigureColumn, FigureRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { Bar, Failure, Nothing } from "@/shared/parts/States";
import { Tag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

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

/** The cases a figure was made of: those that count above the line, and those only below it. */
export function Behind({ opened: { row, column }, group, period, onClose }: BehindProps) {
  const { t, pick } = useWords();
  const cases = useQuery(behindQuery(group, period, column.code, row.id));
  const [num, den] = row.parts[column.code] ?? [];
  return (
    <Drawer
      open
      size={480}
      title={t("evaluation.behind", { name: row.name, figure: pick(column.label_zh, column.label_en) })}
      extra={figure(row.values[column.code], column.unit)}
      onClose={onClose}
    >
      {typeof num === "number" && typeof den === "number" && <p className={styles.parts}>{t("evaluation.parts", { num, den })}</p>}
      {cases.isPending && <Bar width="80%" />}
      {cases.isError && <Failure error={cases.error} retry={() => void cases.refetch()} />}
      {cases.data?.items.length === 0 && <Nothing title={t("cases.empty")} />}
      <ul className={styles.behind}>
        {cases.data?.items.map((item) => (
          <Line key={item.case_id ?? item.event_id} item={item} />
        ))}
      </ul>
    </Drawer>
  );
}

function Line({ item }: { item: BehindRow }) {
  const { t } = useWords();
  const now = useNow();
  const moment = (word: "evaluation.filed" | "evaluation.due" | "evaluation.closed", at: string | null): string | null =>
    at === null ? null : t(word, { at: short(at, now) });
  const moments = [moment("evaluation.filed", item.filed_at), moment("evaluation.due", item.due_at), moment("evaluation.closed", item.closed_at)];
  return (
    <li>
      <span className={styles.behindHead}>
        {item.case_id === null ? (
          <b>{t("evaluation.noCase")}</b>
        ) : (
          <Link to="/cases/$caseId" params={{ caseId: item.case_id }}>
            <b>{item.number ?? item.case_id}</b>
          </Link>
        )}
        <Tag tone={item.counted ? "malachite" : "stone"}>{t(item.counted ? "evaluation.counted" : "evaluation.notCounted")}</Tag>
      </span>
      <small>{moments.filter((words) => words !== null).join(" · ")}</small>
    </li>
  );
}
