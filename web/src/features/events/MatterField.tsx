import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useMemo, useState } from "react";
import { allMattersQuery, suggestQuery } from "@/features/events/queries";
import styles from "@/features/events/report.module.css";
import { useWords } from "@/shared/i18n";

interface MatterFieldProps {
  text: string;
  id?: string;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

const PAUSE_MS = 350;
const SHOWN = 3;

/** The words once the writer pauses, so that not every key asks the server. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

export function MatterField({ text, id, value, onChange }: MatterFieldProps) {
  const { t } = useWords();
  const matters = useQuery(allMattersQuery());
  const suggestions = useQuery(suggestQuery(usePaused(text))).data?.items.slice(0, SHOWN) ?? [];
  const options = useMemo(
    () => matters.data?.items.map((matter) => ({ value: matter.code, label: `${matter.name} · ${matter.major_name}` })) ?? [],
    [matters.data],
  );
  return (
    <>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("report.matterAuto")}
        loading={matters.isPending}
        options={options}
        value={value}
        onChange={onChange}
      />
      <div className={styles.suggestions} aria-live="polite">
        {suggestions.length === 0 && <span className={styles.hint}>{t("report.suggestEmpty")}</span>}
        {suggestions.map((one) => (
          <button
            key={one.code}
            type="button"
            className={styles.suggestion}
            aria-pressed={value === one.code}
            title={one.reason}
            onClick={() => onChange?.(value === one.code ? undefined : one.code)}
          >
            {one.name} <span>{Math.round(one.confidence * 100)}%</span>
          </button>
        ))}
      </div>
    </>
  );
}
