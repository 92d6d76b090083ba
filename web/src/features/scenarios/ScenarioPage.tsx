import { useQuery } from "@tanstack/react-query";
import { LayerSketch } from "@/features/scenarios/LayerSketch";
import { scenarioPageQuery } from "@/features/scenarios/queries";
import styles from "@/features/scenarios/scenarios.module.css";
import type { components } from "@/shared/api/schema";
import { useWords } from "@/shared/i18n";
import { Bar, Failure, Nothing } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

type Block = components["schemas"]["ScenarioBlock"];

/** A page that a scenario declared: the platform draws it, no code of the scenario runs here. */
export function ScenarioPage({ name, page }: { name: string; page: string }) {
  const { pick, t } = useWords();
  const found = useQuery(scenarioPageQuery(name, page));
  if (found.isPending) return <Bar width="60%" />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { data } = found;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{pick(data.zh, data.en)}</h1>
        <span className={styles.scenario}>{pick(data.scenario_zh, data.scenario_en)}</span>
      </header>
      <div className={styles.blocks}>
        {data.blocks.length === 0 && <Nothing title={t("cases.empty")} />}
        {data.blocks.map((block, index) => (
          // The order of the blocks is declared and does not change.
          <section key={index} className={styles[block.block] ?? styles.block}>
            <BlockView block={block} />
          </section>
        ))}
      </div>
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  const { pick } = useWords();
  const title = pick(block.zh, block.en);
  if (block.block === "text") return <p>{title}</p>;
  if (block.block === "figure" || block.block === "count") return <FigureView block={block} title={title} />;
  return (
    <>
      <h2>{title}</h2>
      {block.block === "map" && block.layer && <LayerSketch layer={block.layer} />}
      {block.block === "table" && <TableView block={block} />}
    </>
  );
}

function FigureView({ block, title }: { block: Block; title: string }) {
  const now = useNow();
  const shown = block.hidden === true || typeof block.value !== "number" ? "—" : String(block.value);
  return (
    <>
      <h2>{title}</h2>
      <p className={styles.value}>
        {shown} <small>{block.unit ?? ""}</small>
      </p>
      {block.at && <small>{short(block.at, now)}</small>}
    </>
  );
}

function TableView({ block }: { block: Block }) {
  const { pick, t } = useWords();
  const columns = block.columns ?? [];
  const rows = block.rows ?? [];
  if (rows.length === 0) return <Nothing title={t("cases.empty")} />;
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.field} scope="col">
              {pick(column.zh, column.en)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) => (
              <td key={column.field}>{said(row[column.field])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function said(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
