import { CheckOutlined } from "@ant-design/icons";
import styles from "@/features/cases/one/one.module.css";
import { track } from "@/features/cases/one/track";
import type { Case } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";

export function Track({ shown }: { shown: Case }) {
  const { t, code } = useWords();
  const stops = track(
    shown.state,
    shown.clocks.map((clock) => clock.stage),
  );
  return (
    <ol className={styles.track} aria-label={t("case.track")}>
      {stops.map((stop) => (
        <li key={stop.station} data-passage={stop.passage} aria-current={stop.passage === "here" ? "step" : undefined}>
          <i aria-hidden="true">{stop.passage === "passed" && <CheckOutlined />}</i>
          {code("station", stop.station)}
        </li>
      ))}
    </ol>
  );
}
