import { FilePdfOutlined, FileWordOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import styles from "@/features/checkup/checkup.module.css";
import type { Change, Checkup } from "@/features/checkup/queries";
import { LEVELS, shown } from "@/features/signs/reading";
import { Spark } from "@/features/signs/Spark";
import { useWords } from "@/shared/i18n";

/** A check-up as a sheet of paper: what it says stands in the file alike. */
export function Report({ checkup }: { checkup: Checkup }) {
  const { t } = useWords();
  const { body, charts, id } = checkup;
  const file = (format: string): string => `/api/checkups/${id}/file?format=${format}`;
  return (
    <article className={styles.sheet} aria-label={body.title}>
      <div className={styles.take}>
        <Button size="small" icon={<FilePdfOutlined />} href={file("pdf")}>PDF</Button>
        <Button size="small" icon={<FileWordOutlined />} href={file("docx")}>Word</Button>
        <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>{t("checkup.print")}</Button>
      </div>
      <h2>{body.title}</h2>
      <p className={styles.span}>{body.span}</p>
      <p className={styles.summary}>{body.summary}</p>
      <Chart title={t("checkup.pulse")} svg={charts.pulse} />
      <Chart title={t("checkup.dimensions")} svg={charts.scores} />
      <Changes title={t("checkup.worse")} rows={body.worse} none={t("checkup.noWorse")} />
      <Changes title={t("checkup.red")} rows={body.red} none={t("checkup.noRed")} />
      <Changes title={t("checkup.better")} rows={body.better} none={t("checkup.noBetter")} />
      <Chart title={t("checkup.ranks")} svg={charts.ranks} note={t("checkup.tick")} />
      {body.late.length > 0 && (
        <section>
          <h3>{t("checkup.late")}</h3>
          <p className={styles.note}>{body.late.join("、")}</p>
        </section>
      )}
    </article>
  );
}

function Chart({ title, svg, note }: { title: string; svg: string | undefined; note?: string }) {
  if (svg === undefined) return null;
  return (
    <section>
      <h3>{title}</h3>
      <img className={styles.chart} alt={title} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}

function Changes({ title, rows, none }: { title: string; rows: readonly Change[]; none: string }) {
  const { t, code, pick } = useWords();
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 && <p className={styles.note}>{none}</p>}
      {rows.map((one) => {
        const level = LEVELS[one.level] ?? "unknown";
        return (
          <div key={one.code} className={styles.change}>
            <header>
              <b>{pick(one.name_zh, one.name_en)}</b>
              <small>{one.code}</small>
              <span>{shown(one.value, one.unit)}</span>
              <em data-level={level}>{code("sign_level", level)}</em>
              <Spark values={one.points} />
            </header>
            <p>{one.why}</p>
            {one.todo !== "" && <p className={styles.todo}>{t("checkup.todo", { text: one.todo })}</p>}
          </div>
        );
      })}
    </section>
  );
}
