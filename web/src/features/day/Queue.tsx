import { useEffect, useRef } from "react";
import { CaseMarks, CaseNumber, UrgentMark } from "@/features/cases/list/pieces";
import styles from "@/features/day/day.module.css";
import type { Line } from "@/features/day/lines";
import { useWords } from "@/shared/i18n";
import { Remaining } from "@/shared/parts/Remaining";
import { StateTag } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { exact, short } from "@/shared/time/format";

interface QueueProps {
  lines: readonly Line[];
  active: string | undefined;
  open: string | undefined;
  selected: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onOpen: (id: string) => void;
}

export function Queue({ lines, active, open, selected, onToggle, onOpen }: QueueProps) {
  return (
    <ul className={styles.queue}>
      {lines.map((line) => (
        <Item key={line.id} line={line} active={line.id === active} open={line.id === open} selected={selected.has(line.id)} onToggle={onToggle} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface ItemProps {
  line: Line;
  active: boolean;
  open: boolean;
  selected: boolean;
  onToggle: (id: string) => void;
  onOpen: (id: string) => void;
}

function Item({ line, active, open, selected, onToggle, onOpen }: ItemProps) {
  const { t, code } = useWords();
  const now = useNow();
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) self.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <li ref={self} className={styles.line} data-active={active} data-open={open} data-over={line.overdue} data-urgent={line.urgent} data-id={line.id}>
      {line.kind === "case" ? (
        <input type="checkbox" checked={selected} aria-label={t("day.select", { number: line.number })} onChange={() => onToggle(line.id)} />
      ) : (
        <span />
      )}
      <button type="button" onClick={() => onOpen(line.id)} aria-current={open ? "true" : undefined}>
        <span className={styles.first}>
          {line.urgent && <UrgentMark />}
          <b>{line.title}</b>
          {line.kind === "case" ? <Remaining due={line.due} start={line.at} /> : <span className={styles.faint} title={exact(line.at)}>{short(line.at, now)}</span>}
        </span>
        <span className={styles.second}>
          <CaseNumber number={line.number} />
          <span className={styles.place} title={line.place}>{line.place}</span>
        </span>
        <span className={styles.second}>
          {line.row === null ? <span className={styles.faint}>{code("day_tab", "triage")}</span> : <StateTag state={line.row.state} />}
          {line.row !== null && <CaseMarks row={line.row} />}
          {line.row?.unit && <span className={styles.place}>{line.row.unit.name}</span>}
        </span>
      </button>
    </li>
  );
}
