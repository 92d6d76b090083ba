import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { target } from "@/features/search/hits";
import { HitLine } from "@/features/search/HitLine";
import { searchKindQuery, searchQuery } from "@/features/search/queries";
import styles from "@/features/search/search.module.css";
import { useWords } from "@/shared/i18n";
import { Page } from "@/shared/parts/Page";
import { Bar, Failure, Nothing } from "@/shared/parts/States";

/** Everything that was found, group by group, as far as one wants to read. */
export function SearchPage({ q }: { q: string }) {
  const { t } = useWords();
  const first = useQuery(searchQuery(q, 5));
  const kinds = (first.data ?? []).filter((group) => group.hits.length > 0).map((group) => group.kinds);
  return (
    <Page title={q === "" ? t("search.title") : t("search.titleOf", { q })}>
      <div className={styles.page}>
        {q === "" && <Nothing title={t("search.start")} />}
        {q !== "" && first.isPending && <Bar width="60%" />}
        {first.isError && <Failure error={first.error} retry={() => void first.refetch()} />}
        {q !== "" && first.data !== undefined && kinds.length === 0 && (
          <Nothing title={t("search.none", { q })}>
            <p>{t("search.noneHint")}</p>
          </Nothing>
        )}
        {kinds.map((kind) => (
          <Kind key={kind} q={q} kind={kind} />
        ))}
      </div>
    </Page>
  );
}

function Kind({ q, kind }: { q: string; kind: string }) {
  const { t, code } = useWords();
  const found = useInfiniteQuery(searchKindQuery(q, kind));
  return (
    <section aria-label={code("found", kind)}>
      <h2 className={styles.kind}>{code("found", kind)}</h2>
      {found.isPending && <Bar width="50%" />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      <ul>
        {found.data?.pages.flatMap((page) =>
          page.items.map((hit) => (
            <li key={`${hit.kind} ${hit.id}`}>
              <Link to={target(hit)} className={styles.hit}>
                <HitLine hit={hit} />
              </Link>
            </li>
          )),
        )}
      </ul>
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t("accounts.more")}
        </Button>
      )}
    </section>
  );
}
