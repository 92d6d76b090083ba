import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { useKeys } from "@/shared/parts/keys";
import { useWords } from "@/shared/i18n";
import styles from "@/shared/parts/page.module.css";
import { Bar, Failure, Nothing } from "@/shared/parts/States";
import { useWide } from "@/shared/parts/useWide";

export interface Column<Row> {
  key: string;
  title: string;
  show: (row: Row) => ReactNode;
  /** How the cell stands: numbers to the right, buttons at the end. */
  as?: "number" | "act" | "tight" | "wide" | "faint";
}

/** What a list needs of a query, of one page or of many. */
export interface Source<Row> {
  rows: readonly Row[] | undefined;
  error: unknown;
  retry: () => void;
  more?: { busy: boolean; next: () => void } | undefined;
}

interface Paged<Row> {
  data: { pages: { items: Row[] }[] } | undefined;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Makes a source of a paged query. */
export function paged<Row>(query: Paged<Row>): Source<Row> {
  return {
    rows: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? { busy: query.isFetchingNextPage, next: () => void query.fetchNextPage() } : undefined,
  };
}

/** Makes a source of a query that answers all its rows at once. */
export function whole<Row>(query: { data: { items: Row[] } | undefined; error: unknown; refetch: () => unknown }): Source<Row> {
  return { rows: query.data?.items, error: query.error, retry: () => void query.refetch() };
}

interface ListingProps<Row> {
  source: Source<Row>;
  columns: readonly Column<Row>[];
  empty: string;
  hint?: string | undefined;
  label: string;
  onOpen?: (row: Row) => void;
}

/** Rows as a table where there is room and as cards where there is not; j, k and Enter walk them. */
export function Listing<Row extends { id: string }>({ source, columns, empty, hint, label, onOpen }: ListingProps<Row>) {
  const { t } = useWords();
  const wide = useWide();
  const [active, setActive] = useState(-1);
  const rows = source.rows ?? [];
  const walk = (step: number): void => setActive((index) => Math.min(Math.max(index + step, 0), rows.length - 1));
  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    Enter: () => {
      const row = rows[active];
      if (row !== undefined) onOpen?.(row);
    },
  });
  if (source.rows === undefined && source.error !== null) return <Failure error={source.error} retry={source.retry} />;
  if (source.rows === undefined) return <Waiting label={label} />;
  if (rows.length === 0) return <Nothing title={empty}>{hint !== undefined && <p>{hint}</p>}</Nothing>;
  return (
    // What scrolls can be reached by keyboard, links in it or not.
    <div className={styles.body} tabIndex={0}>
      {wide ? <Table rows={rows} columns={columns} active={active} label={label} onOpen={onOpen} /> : <Cards rows={rows} columns={columns} label={label} onOpen={onOpen} />}
      {source.more !== undefined && (
        <div className={styles.more}>
          <Button loading={source.more.busy} onClick={source.more.next}>
            {t("accounts.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ShownProps<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  label: string;
  onOpen?: ((row: Row) => void) | undefined;
}

function Table<Row extends { id: string }>({ rows, columns, active, label, onOpen }: ShownProps<Row> & { active: number }) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.as === "number" ? styles.number : undefined}>
              {column.as === "act" ? <span className="sr-only">{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={row.id}
            ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            className={`${index === active ? (styles.active ?? "") : ""} ${onOpen === undefined ? "" : (styles.clickable ?? "")}`}
            onClick={onOpen === undefined ? undefined : (event) => (event.target as Element).closest("a, button") ?? onOpen(row)}
          >
            {columns.map((column) => (
              <td key={column.key} className={column.as === undefined ? undefined : styles[column.as]}>
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<Row extends { id: string }>({ rows, columns, label, onOpen }: ShownProps<Row>) {
  const [first, ...others] = columns;
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} onClick={onOpen === undefined ? undefined : (event) => (event.target as Element).closest("a, button") ?? onOpen(row)}>
          <b>{first?.show(row)}</b>
          <dl>
            {others.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.show(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div className={styles.pad} role="status" aria-busy="true" aria-label={label}>
      {["72%", "58%", "64%", "40%"].map((width) => (
        <p key={width} className={styles.note}>
          <Bar width={width} />
        </p>
      ))}
    </div>
  );
}
