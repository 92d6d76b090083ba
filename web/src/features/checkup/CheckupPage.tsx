import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Segmented, Select } from "antd";
import { checkupQuery, checkupsQuery, makeCheckup, SPANS, type CheckupSearch, type Span } from "@/features/checkup/queries";
import { useMay } from "@/features/access/session";
import { Report } from "@/features/checkup/Report";
import styles from "@/features/checkup/checkup.module.css";
import { boardQuery } from "@/features/signs/queries";
import { useWords } from "@/shared/i18n";
import { Page, Tools } from "@/shared/parts/Page";
import { Failure, Nothing } from "@/shared/parts/States";
import { ZONE } from "@/shared/time/format";

interface CheckupPageProps {
  search: CheckupSearch;
  onSearch: (next: CheckupSearch) => void;
}

/** The city check-ups of a place: those there are, the one that is open, and as a file. */
export function CheckupPage({ search, onSearch }: CheckupPageProps) {
  const { t, code } = useWords();
  const cache = useQueryClient();
  const may = useMay("checkups.make");
  const period = search.period ?? "day";
  const list = useInfiniteQuery(checkupsQuery(search.node, period));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const open = search.id ?? rows?.[0]?.id;
  const making = useMutation({
    mutationFn: () => makeCheckup(search.node, period),
    onSuccess: async (made) => {
      cache.setQueryData(checkupQuery(made.id).queryKey, made);
      await cache.invalidateQueries({ queryKey: ["checkups"] });
      onSearch({ ...search, id: made.id });
    },
  });
  return (
    <Page title={t("checkup.title")}>
      <Tools
        end={
          may && (
            <Button type="primary" loading={making.isPending} onClick={() => making.mutate()}>
              {t("checkup.make")}
            </Button>
          )
        }
      >
        <Segmented
          aria-label={t("checkup.period")}
          value={period}
          options={SPANS.map((value) => ({ value, label: code("checkup_period", value) }))}
          onChange={(value: Span) => onSearch({ ...(search.node !== undefined && { node: search.node }), period: value })}
        />
        <Places search={search} onSearch={onSearch} />
      </Tools>
      {making.error !== null && <Failure error={making.error} />}
      <div className={styles.desk}>
        <nav className={styles.list} aria-label={t("checkup.list")}>
          {rows?.map((row) => (
            <button key={row.id} type="button" aria-current={row.id === open ? "true" : undefined} onClick={() => onSearch({ ...search, id: row.id })}>
              {spanOf(row.start_at, row.end_at)}
            </button>
          ))}
          {list.hasNextPage && (
            <Button type="link" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("checkup.more")}
            </Button>
          )}
        </nav>
        <div className={styles.paper}>
          {list.error !== null && <Failure error={list.error} retry={() => void list.refetch()} />}
          {rows?.length === 0 && <Nothing title={t("checkup.none")}>{t("checkup.noneHint")}</Nothing>}
          {open !== undefined && <Open key={open} id={open} />}
        </div>
      </div>
    </Page>
  );
}

/** The first and the last day of a span, as the platform's zone has them. */
function spanOf(start: string, end: string): string {
  const day = (moment: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(moment);
  const first = day(Date.parse(start));
  const last = day(Date.parse(end) - 1000);
  return first === last ? first : `${first} – ${last.slice(5)}`;
}

function Open({ id }: { id: string }) {
  const { t } = useWords();
  const one = useQuery(checkupQuery(id));
  if (one.error !== null) return <Failure error={one.error} retry={() => void one.refetch()} />;
  if (one.data === undefined) return <div className={styles.blank} aria-busy="true" aria-label={t("checkup.loading")} />;
  return <Report checkup={one.data} />;
}

function Places({ search, onSearch }: CheckupPageProps) {
  const { t } = useWords();
  const board = useQuery(boardQuery(search.node));
  const places = board.data === undefined ? [] : [...board.data.parents, board.data.place, ...board.data.children];
  return (
    <Select
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("checkup.place")}
      style={{ width: 220 }}
      loading={board.isPending}
      value={board.data?.place.id ?? null}
      options={places.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(node: string | null) => node !== null && onSearch({ node, ...(search.period !== undefined && { period: search.period }) })}
    />
  );
}
