import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import styles from "@/features/cases/list/list.module.css";
import { useWords } from "@/shared/i18n";

interface PagerProps {
  page: number;
  shown: number;
  onNext: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
}

/** Keyset paging: forward by the cursor of the last row, back by the cursors in the address. */
export function Pager({ page, shown, onNext, onPrevious }: PagerProps) {
  const { t } = useWords();
  return (
    <footer className={styles.pager}>
      <span className={styles.faint}>{t("cases.rows", { n: shown })}</span>
      <span className={styles.turns}>
        <Button size="small" icon={<LeftOutlined />} disabled={onPrevious === undefined} onClick={onPrevious}>
          {t("cases.previous")}
        </Button>
        <span>{t("cases.page", { n: page })}</span>
        <Button size="small" icon={<RightOutlined />} iconPlacement="end" disabled={onNext === undefined} onClick={onNext}>
          {t("cases.next")}
        </Button>
      </span>
    </footer>
  );
}
