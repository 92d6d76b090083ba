import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, type InputRef } from "antd";
import { SearchOutlined } from "@ant-design/icons";
import { useRef, useState } from "react";
import { cleared, narrowed, narrowing, readSearch, type CaseSearch, type Sort, type Tab } from "@/features/cases/filters";
import { CaseCards } from "@/features/cases/list/CaseCards";
import { CaseFilters } from "@/features/cases/list/CaseFilters";
import { CaseTable } from "@/features/cases/list/CaseTable";
import { CaseTabs } from "@/features/cases/list/CaseTabs";
import { Pager } from "@/features/cases/list/Pager";
import { SavedViews } from "@/features/cases/list/SavedViews";
import styles from "@/features/cases/list/list.module.css";
import { casesQuery, countsQuery } from "@/features/cases/queries";
import type { CaseList, CaseRow } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { useKeys } from "@/shared/parts/keys";
import { Failure, Nothing } from "@/shared/parts/States";
import { useWide } from "@/shared/parts/useWide";
import { exact } from "@/shared/time/format";

interface CaseListPageProps {
  search: CaseSearch;
  onSearch: (next: CaseSearch) => void;
}

export function CaseListPage({ search, onSearch }: CaseListPageProps) {
  const { t } = useWords();
  const page = useQuery(casesQuery(search));
  const counts = useQuery(countsQuery(search));
  const field = useRef<InputRef>(null);
  const rows = page.data?.items ?? NO_ROWS;
  const walk = useWalk(rows);
  const turns = pageTurns(search, page.data?.next ?? null, (next) => {
    walk.rest();
    onSearch(next);
  });
  const narrow = (change: Partial<CaseSearch>): void => {
    walk.rest();
    onSearch(narrowed(search, change));
  };
  const clear = (): void => onSearch(cleared(search));
  useKeys({
    f: () => field.current?.focus({ cursor: "all" }),
    j: () => walk.move(1),
    k: () => walk.move(-1),
    Enter: walk.open,
    "]": () => turns.forward?.(),
    "[": () => turns.backward?.(),
  });

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("cases.title")}</h1>
        <SearchBox key={search.q} value={search.q ?? ""} field={field} onSearch={(q) => narrow({ q, tab: q === undefined ? search.tab : "all" })} />
        <SavedViews search={search} onSearch={onSearch} />
        <p className={styles.asOf}>{counts.data !== undefined && t("cases.asOf", { at: exact(counts.data.as_of).slice(11) })}</p>
      </header>
      <CaseTabs tab={search.tab ?? "all"} counts={counts.data?.tabs} onTab={(tab: Tab) => narrow({ tab })} />
      <CaseFilters search={search} onChange={narrow} onClear={clear} />
      <div className={styles.body} data-turning={page.isPlaceholderData}>
        <Body page={page} search={search} active={walk.active} onClear={clear} onSort={(sort) => narrow({ sort })} />
      </div>
      <Pager page={(search.after?.length ?? 0) + 1} shown={rows.length} onNext={turns.forward} onPrevious={turns.backward} />
    </div>
  );
}

const NO_ROWS: CaseRow[] = [];

interface BodyProps {
  page: UseQueryResult<CaseList>;
  search: CaseSearch;
  active: number;
  onClear: () => void;
  onSort: (sort: Sort) => void;
}

/** Rows, or why there are none. */
function Body({ page, search, active, onClear, onSort }: BodyProps) {
  const rows = page.data?.items ?? null;
  if (page.isError && rows === null) return <Failure error={page.error} retry={() => void page.refetch()} />;
  if (rows?.length === 0) return <NoCases search={search} onClear={onClear} />;
  return <Rows rows={rows} active={active} sort={search.sort ?? "-filed_at"} onSort={onSort} />;
}

/** The same rows as a table where there is room, as cards where there is not. */
function Rows({ rows, active, sort, onSort }: { rows: CaseRow[] | null; active: number; sort: Sort; onSort: (sort: Sort) => void }) {
  return useWide() ? <CaseTable rows={rows} active={active} sort={sort} onSort={onSort} /> : <CaseCards rows={rows} />;
}

/** Going through the rows by keyboard; -1 is no row. */
function useWalk(rows: CaseRow[]) {
  const navigate = useNavigate();
  const [active, setActive] = useState(-1);
  return {
    active,
    rest: () => setActive(-1),
    move: (step: number) => setActive((index) => Math.min(Math.max(index + step, 0), rows.length - 1)),
    open: () => {
      const row = rows[active];
      if (row !== undefined) void navigate({ to: "/cases/$caseId", params: { caseId: row.id } });
    },
  };
}

/** Forward adds a cursor to the address, back takes one off; undefined where there is no such page. */
function pageTurns(search: CaseSearch, next: string | null, onSearch: (search: CaseSearch) => void) {
  const after = search.after ?? [];
  const turn = (cursors: string[]) => () => onSearch(readSearch({ ...search, after: cursors }));
  return {
    forward: next === null ? undefined : turn([...after, next]),
    backward: after.length === 0 ? undefined : turn(after.slice(0, -1)),
  };
}

interface SearchBoxProps {
  value: string;
  field: React.RefObject<InputRef | null>;
  onSearch: (q: string | undefined) => void;
}

function SearchBox({ value, field, onSearch }: SearchBoxProps) {
  const { t } = useWords();
  const [text, setText] = useState(value);
  return (
    <Input
      ref={field}
      className={styles.search}
      type="search"
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      prefix={<SearchOutlined aria-hidden="true" />}
      suffix={text === "" ? <kbd className={styles.hint}>f</kbd> : undefined}
      aria-label={t("cases.searchLabel")}
      placeholder={t("cases.search")}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === "" && value !== "") onSearch(undefined);
      }}
      onPressEnter={() => onSearch(text.trim() === "" ? undefined : text.trim())}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}

function NoCases({ search, onClear }: { search: CaseSearch; onClear: () => void }) {
  const { t } = useWords();
  const filtered = narrowing(search) > 0;
  return (
    <Nothing title={t("cases.empty")}>
      <p>{t(filtered ? "cases.emptyFiltered" : "cases.emptyTab")}</p>
      {filtered && <Button onClick={onClear}>{t("cases.filter.clear")}</Button>}
    </Nothing>
  );
}
