import type { ReactNode } from "react";
import styles from "@/features/cases/one/one.module.css";
import { readPlace } from "@/features/cases/one/place";
import type { Case } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";
import { exact } from "@/shared/time/format";

function Fact({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div data-wide={wide}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Facts({ shown }: { shown: Case }) {
  const { t, code } = useWords();
  return (
    <>
      <p className={styles.description}>{shown.description === "" ? t("case.noDescription") : shown.description}</p>
      <dl className={styles.facts}>
        <Fact name={t("case.place")} wide>
          <Place shown={shown} />
        </Fact>
        <Fact name={t("case.area")} wide>
          {shown.jurisdiction.chain.join(" / ")}
        </Fact>
        <Fact name={t("case.matter")}>
          {shown.matter.major_name} · {shown.matter.name} <span className={styles.faint}>{shown.matter.code}</span>
        </Fact>
        <Fact name={t("case.channel")}>{code("channel", shown.channel)}</Fact>
        <Fact name={t("case.openedAt")}>{exact(shown.opened_at)}</Fact>
        <Fact name={t("case.filedAt")}>{shown.filed_at === null ? t("case.notFiled") : exact(shown.filed_at)}</Fact>
        <Fact name={t("case.unit")}>{shown.unit?.name ?? t("cases.noUnit")}</Fact>
        {shown.closed_at !== null && <Fact name={t("case.closedAt")}>{exact(shown.closed_at)}</Fact>}
      </dl>
    </>
  );
}

function Place({ shown }: { shown: Case }) {
  const { t, code } = useWords();
  const { lon, lat, text } = shown.place;
  const { floor, method, confidence, grids } = readPlace(shown.place_detail);
  const details = [
    floor === null ? null : t("case.floor", { floor }),
    method === null ? null : code("method", method),
    confidence === null ? null : t("case.confidence", { n: Math.round(confidence * 100) }),
    ...grids.map(([system, grid]) => `${code("grid", system)} ${grid}`),
  ].filter((piece) => piece !== null);
  return (
    <>
      {text === "" ? shown.jurisdiction.name : text}
      <small className={styles.sub}>{details.join(" · ")}</small>
      {lon !== null && lat !== null && (
        <small className={styles.sub}>{t("case.coordinatesOf", { lon: lon.toFixed(6), lat: lat.toFixed(6) })}</small>
      )}
    </>
  );
}
