import { CheckCircleFilled } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import styles from "@/features/events/report.module.css";
import type { ReportOut } from "@/shared/api/types";
import { useWords } from "@/shared/i18n";

interface ReportDoneProps {
  made: ReportOut;
  onAgain: () => void;
  onClose: () => void;
}

/** What the platform did with the report, in its own words. */
export function ReportDone({ made, onAgain, onClose }: ReportDoneProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const filed = made.case;
  return (
    <div className={styles.done} role="status">
      <p className={styles.doneTitle}>
        <CheckCircleFilled aria-hidden="true" /> {t(made.merged ? "report.merged" : filed === null ? "report.received" : "report.filed")}
      </p>
      <dl>
        <div>
          <dt>{t("report.number")}</dt>
          <dd>{made.report_number}</dd>
        </div>
        {filed !== null && (
          <div>
            <dt>{t("cases.column.number")}</dt>
            <dd>{filed.number}</dd>
          </div>
        )}
      </dl>
      {made.merge_reason !== null && <p>{made.merge_reason}</p>}
      {made.explanation !== "" && <p>{made.explanation}</p>}
      <div className={styles.foot}>
        <Button onClick={onAgain}>{t("report.again")}</Button>
        {filed === null ? (
          <Button type="primary" onClick={onClose}>
            {t("form.close")}
          </Button>
        ) : (
          <Button
            type="primary"
            onClick={() => {
              onClose();
              void navigate({ to: "/cases/$caseId", params: { caseId: filed.id } });
            }}
          >
            {t("report.open")}
          </Button>
        )}
      </div>
    </div>
  );
}
