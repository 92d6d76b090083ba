import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { Forecasts } from "@/features/signs/Forecasts";
import { LevelTag } from "@/features/signs/LevelTag";
import { Pulse } from "@/features/signs/Pulse";
import { boardQuery, type SignBoard, type SignNow } from "@/features/signs/queries";
import { DIMENSIONS, grey, shown, without, worstFirst, type SignSearch } from "@/features/signs/reading";
import { SignDrawer } from "@/features/signs/SignDrawer";
import { Spark } from "@/features/signs/Spark";
import styles from "@/features/signs/signs.module.css";
import { useWords } from "@/shared/i18n";
import { Listing } from "@/shared/parts/Listing";
import { Page, Tools } from "@/shared/parts/Page";
import pageStyles from "@/shared/parts/page.module.css";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

interface SignsPageProps {
  search: SignSearch;
  onSearch: (next: SignSearch) => void;
}

type Row = SignNow & { id: string };

/** Every vital sign of a place: what it is now, its level, how it went, up to when its data know. */
export function SignsPage({ search, onSearch }: SignsPageProps) {
  const { t, code, pick } = useWords();
  const now = useNow();
  const [words, setWords] = useState("");
  const [only, setOnly] = useState(false);
  const [core, setCore] = useState(false);
  const [errors, setErrors] = useState(false);
  const board = useQuery(boardQuery(search.node));
  const fits = (sign: SignNow): boolean =>
    (search.dimension === undefined || sign.dimension === search.dimension) &&
    (!core || sign.core) &&
    (!only || (!grey(sign) && sign.level !== "green" && sign.level !== "unknown")) &&
    `${sign.code} ${sign.name_zh} ${sign.name_en} ${sign.group}`.toLowerCase().includes(words.trim().toLowerCase());
  const rows: Row[] | undefined = board.data === undefined ? undefined : worstFirst(board.data.items.filter(fits)).map((sign) => ({ ...sign, id: sign.code }));
  const computed = board.data?.items.find((sign) => sign.at !== null)?.at;
  return (
    <Page
      title={t("signs.title")}
      aside={
        <>
          {board.data !== undefined && <Where board={board.data} onPlace={(node) => onSearch({ ...search, node })} />}
          {computed !== undefined && computed !== null && <span className={styles.asOf}>{t("signs.computed", { at: short(computed, now) })}</span>}
        </>
      }
    >
      <Pulse search={search} onSearch={onSearch} />
      <Tools
        end={
          <>
            {rows !== undefined && <span className={styles.faint}>{t("signs.count", { n: rows.length })}</span>}
            <Button onClick={() => setErrors(true)}>{t("signs.forecasts")}</Button>
          </>
        }
      >
        <Segmented
          aria-label={t("signs.dimension")}
          value={search.dimension ?? "all"}
          options={[{ value: "all", label: t("signs.all") }, ...DIMENSIONS.map((value) => ({ value, label: code("sign_dimension", value) }))]}
          onChange={(value) => {
            const chosen = DIMENSIONS.find((name) => name === value);
            onSearch(chosen === undefined ? without(search, "dimension") : { ...search, dimension: chosen });
          }}
        />
        <Input allowClear aria-label={t("signs.search")} placeholder={t("signs.search")} style={{ width: 220 }} value={words} onChange={(event) => setWords(event.target.value)} />
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {t("signs.only")}
        </Checkbox>
        <Checkbox checked={core} onChange={(event) => setCore(event.target.checked)}>
          {t("signs.core")}
        </Checkbox>
      </Tools>
      <Listing
        source={{ rows, error: board.error, retry: () => void board.refetch() }}
        label={t("signs.title")}
        empty={t("signs.none")}
        hint={t("signs.noneHint")}
        onOpen={(row) => onSearch({ ...search, sign: row.code })}
        columns={[
          {
            key: "name", title: t("signs.name"), as: "wide",
            show: (row) => (
              <>
                <Button type="link" className={styles.name ?? ""} data-grey={grey(row)} onClick={() => onSearch({ ...search, sign: row.code })}>
                  {pick(row.name_zh, row.name_en)}
                </Button>
                <span className={pageStyles.sub}>{[row.code, code("sign_dimension", row.dimension), code("sign_group", row.group)].join(" · ")}</span>
              </>
            ),
          },
          { key: "value", title: t("signs.value"), as: "number", show: (row) => <b className={styles.value} data-grey={grey(row)}>{shown(row.value, row.unit)}</b> },
          { key: "level", title: t("signs.level"), show: (row) => <LevelTag sign={row} /> },
          { key: "trend", title: t("signs.trend"), show: (row) => <Spark values={row.spark} /> },
          { key: "facet", title: t("signs.facet"), as: "faint", show: (row) => code("sign_facet", row.facet) },
          { key: "period", title: t("signs.period"), as: "faint", show: (row) => code("sign_period", row.period) },
          { key: "asOf", title: t("signs.asOf"), as: "faint", show: (row) => (row.as_of === null ? (row.external !== null ? t("signs.external", { who: row.external }) : "—") : short(row.as_of, now)) },
        ]}
      />
      {errors && <Forecasts node={search.node} onClose={() => setErrors(false)} />}
      {search.sign !== undefined && (
        <SignDrawer
          code={search.sign}
          node={search.node}
          onPlace={(node) => onSearch({ ...search, node })}
          onClose={() => onSearch(without(search, "sign"))}
        />
      )}
    </Page>
  );
}

/** Which place the page is of: up to those above it, down to those below. */
function Where({ board, onPlace }: { board: SignBoard; onPlace: (node: string) => void }) {
  const { t } = useWords();
  return (
    <nav className={styles.where} aria-label={t("signs.place")}>
      {board.parents.map((one) => (
        <Button key={one.id} type="link" size="small" aria-label={t("signs.up", { name: one.name })} onClick={() => onPlace(one.id)}>
          {one.name} /
        </Button>
      ))}
      <b aria-current="location">{board.place.name}</b>
      {board.children.length > 0 && (
        <Select
          showSearch={{ optionFilterProp: "label" }}
          size="small"
          aria-label={t("signs.below")}
          placeholder={t("signs.below")}
          style={{ width: 180 }}
          value={null}
          options={board.children.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(node: string | null) => node !== null && onPlace(node)}
        />
      )}
    </nav>
  );
}
