import { BookOutlined, PhoneOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useMay } from "@/features/access/session";
import styles from "@/features/day/day.module.css";
import { PhonesDialog } from "@/features/day/PhonesDialog";
import { useWords } from "@/shared/i18n";

/** What an officer reaches for besides the queue. */
export function DayTools() {
  const { t } = useWords();
  const [phones, setPhones] = useState(false);
  const mayCall = useMay("people.read");
  const mayLog = useMay("duty.log");
  const mayJudge = useMay("evaluation.read");
  return (
    <div className={styles.tools}>
      {mayCall && (
        <Button icon={<PhoneOutlined aria-hidden="true" />} onClick={() => setPhones(true)}>
          {t("day.phones")}
        </Button>
      )}
      {mayLog && (
        <Link to="/command" search={{ tab: "handovers" }} className={styles.tool}>
          {t("day.handover")}
        </Link>
      )}
      {mayJudge && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "docx", label: <a href="/api/desk/morning-report?format=docx">{t("day.report.word")}</a> },
              { key: "xlsx", label: <a href="/api/desk/morning-report?format=xlsx">{t("day.report.excel")}</a> },
            ],
          }}
        >
          <Button icon={<BookOutlined aria-hidden="true" />}>{t("day.report")}</Button>
        </Dropdown>
      )}
      {phones && <PhonesDialog onClose={() => setPhones(false)} />}
    </div>
  );
}
