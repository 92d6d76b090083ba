import { useQuery } from "@tanstack/react-query";
import { demoQuery } from "@/features/demo/demo";
import styles from "@/features/demo/demo.module.css";
import { platformQuery } from "@/shared/api/platform";
import { useWords } from "@/shared/i18n";

/** A thin strip above the page while the made-up district is being built; gone when it is done. */
export function GrowingStrip() {
  const { t } = useWords();
  const platform = useQuery(platformQuery).data;
  const demo = useQuery({ ...demoQuery, enabled: platform?.demo === true }).data;
  if (demo === undefined || demo.stage === null || demo.stage === "done") return null;
  const percent = Math.floor(demo.share * 100);
  return (
    <div
      className={styles.strip}
      role="progressbar"
      aria-label={t("demo.growing", { percent: String(percent) })}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${percent}%` }} />
      <span>
        {t("demo.growing", { percent: String(percent) })} · {t(STAGES[demo.stage] ?? "demo.stage.city")}
      </span>
    </div>
  );
}

const STAGES: Record<string, "demo.stage.city" | "demo.stage.day" | "demo.stage.weeks" | "demo.stage.readings" | "demo.stage.signs"> = {
  city: "demo.stage.city",
  day: "demo.stage.day",
  weeks: "demo.stage.weeks",
  readings: "demo.stage.readings",
  signs: "demo.stage.signs",
};
