import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Form, Select } from "antd";
import { useState } from "react";
import { Sure } from "@/features/access/account/Sure";
import { areasQuery } from "@/features/access/accounts";
import { scenariosQuery } from "@/features/scenarios/queries";
import styles from "@/features/scenarios/scenarios.module.css";
import { api, done } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { AskDialog } from "@/shared/parts/AskDialog";
import { Listing, whole } from "@/shared/parts/Listing";
import { Page } from "@/shared/parts/Page";
import page from "@/shared/parts/page.module.css";
import { explain } from "@/shared/parts/States";
import { Tag, type Tone } from "@/shared/parts/Tag";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Row = components["schemas"]["ScenarioRow"];
const TONES: Partial<Record<string, Tone>> = { on: "malachite", stopped: "cinnabar", refused: "ochre" };

/** Scenarios: what each asks for and was allowed, how it goes, and the switch. */
export function ScenariosPage() {
  const { t } = useWords();
  const cache = useQueryClient();
  const found = useQuery({ ...scenariosQuery, refetchInterval: 15_000 });
  const [allowing, setAllowing] = useState<Row | null>(null);
  const off = useMutation({
    mutationFn: (name: string) => done(api.POST("/api/scenarios/{name}/off", { params: { path: { name } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: scenariosQuery.queryKey }),
  });
  const source = whole({ ...found, data: found.data && { items: found.data.items.map((row) => ({ ...row, id: row.name })) } });
  return (
    <Page title={t("scenarios.title")}>
      {off.isError && <Alert type="error" title={explain(off.error, t)} />}
      <Listing
        source={source}
        label={t("scenarios.title")}
        empty={t("scenarios.none")}
        hint={t("scenarios.noneHint")}
        columns={[
          { key: "name", title: t("scenarios.name"), as: "tight", show: (row) => <Name row={row} /> },
          { key: "state", title: t("scenarios.state"), show: (row) => <State row={row} /> },
          { key: "asks", title: t("scenarios.asks"), as: "wide", show: (row) => <Asks row={row} /> },
          { key: "used", title: t("scenarios.used"), show: (row) => <Used row={row} /> },
          {
            key: "act",
            title: t("accounts.changes"),
            as: "act",
            show: (row) => (
              <>
                {(row.state === "on" || row.state === "stopped") && (
                  <Sure title={t("scenarios.offSure")} onSure={() => off.mutate(row.name)}>
                    <Button size="small">{t("scenarios.off")}</Button>
                  </Sure>
                )}
                {(row.state === "off" || row.state === "stopped") && (
                  <Button size="small" type="primary" onClick={() => setAllowing(row)}>
                    {t(row.state === "off" ? "scenarios.on" : "scenarios.again")}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {allowing !== null && <AllowDialog row={allowing} onClose={() => setAllowing(null)} />}
    </Page>
  );
}

function Name({ row }: { row: Row }) {
  const { t, pick } = useWords();
  return (
    <>
      <b>{pick(row.zh ?? row.name, row.en ?? row.name)}</b> <span className={page.faint}>{row.version}</span>
      <span className={page.sub}>{row.name}</span>
      {row.state === "on" && (
        <span className={page.row}>
          {row.pages.map((each) => (
            <Link key={each.name} to="/scenarios/$name/$page" params={{ name: row.name, page: each.name }}>
              {pick(each.zh, each.en)}
            </Link>
          ))}
        </span>
      )}
      {row.matters.length > 0 && <span className={page.sub}>{t("scenarios.matters", { codes: row.matters.join("、") })}</span>}
    </>
  );
}

function State({ row }: { row: Row }) {
  const { t, code } = useWords();
  const now = useNow();
  return (
    <>
      <Tag tone={TONES[row.state] ?? "stone"}>{code("scenario_state", row.state)}</Tag>
      {row.error !== null && (
        <span className={styles.error}>
          {code("scenario_error", row.error.kind)}
          {row.error.rule != null && ` · ${row.error.rule}`} · {short(row.error.at, now)}
          <span className={page.sub}>{row.error.detail}</span>
          {row.error.trace != null && (
            <details>
              <summary>{t("scenarios.trace")}</summary>
              <pre>{row.error.trace}</pre>
            </details>
          )}
        </span>
      )}
    </>
  );
}

function Asks({ row }: { row: Row }) {
  const { code } = useWords();
  const now = useNow();
  return (
    <>
      <span className={page.row}>
        {row.asks.reads.map((each) => (
          <Tag key={each}>{code("scenario_read", each)}</Tag>
        ))}
        {row.asks.verbs.map((each) => (
          <Tag key={each} tone="azurite">
            {code("scenario_verb", each)}
          </Tag>
        ))}
      </span>
      {row.rules.map((rule) => (
        <span key={rule.name} className={page.sub}>
          {rule.name} · {rule.runs}× {rule.last_run !== null && `· ${short(rule.last_run, now)}`}
        </span>
      ))}
    </>
  );
}

function Used({ row }: { row: Row }) {
  const { t } = useWords();
  if (row.used.length === 0) return <span className={page.faint}>—</span>;
  return row.used.map((use) => (
    <span key={use.what} className={page.sub}>
      {use.what} {t("scenarios.calls", { n: use.calls, rows: use.rows })}
    </span>
  ));
}

/** Shows what a scenario asks for before it is let in, and where it may work when it leaves that open. */
function AllowDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t, pick, code } = useWords();
  const cache = useQueryClient();
  const areas = useQuery(areasQuery);
  const open = row.asks.jurisdictions.length === 0;
  const allow = async ({ jurisdictions }: { jurisdictions?: string[] }): Promise<void> => {
    const chosen = open && jurisdictions !== undefined && jurisdictions.length > 0 ? { jurisdictions } : {};
    await done(api.POST("/api/scenarios/{name}/on", { params: { path: { name: row.name } }, body: chosen }));
    await cache.invalidateQueries({ queryKey: scenariosQuery.queryKey });
  };
  const title = t("scenarios.allow", { name: pick(row.zh ?? row.name, row.en ?? row.name) });
  return (
    <AskDialog title={title} ok={t("scenarios.on")} send={allow} onClose={onClose}>
      <p>{t("scenarios.allowHint")}</p>
      <ul className={styles.asks}>
        {row.asks.reads.map((each) => (
          <li key={each}>{t("scenarios.mayRead", { what: code("scenario_read", each) })}</li>
        ))}
        {row.asks.verbs.map((each) => (
          <li key={each}>{t("scenarios.mayDo", { what: code("scenario_verb", each) })}</li>
        ))}
      </ul>
      {open ? (
        <Form.Item name="jurisdictions" label={t("scenarios.where")}>
          <Select mode="multiple" placeholder={t("accounts.everywhere")} showSearch={{ optionFilterProp: "label" }} options={areas.data?.items.map((area) => ({ value: area.id, label: area.name })) ?? []} />
        </Form.Item>
      ) : (
        <p>{t("scenarios.whereFixed", { codes: row.asks.jurisdictions.join("、") })}</p>
      )}
    </AskDialog>
  );
}
