import { DatePicker } from "antd";
import type { Span } from "@/features/audit/queries";
import { useWords } from "@/shared/i18n";
import { dayEnd, dayStart } from "@/shared/time/format";

/** Picks whole days of the platform's zone. */
export function SpanField({ onChange }: { onChange: (span: Span) => void }) {
  const { t } = useWords();
  return (
    <DatePicker.RangePicker
      aria-label={t("audit.days")}
      placeholder={[t("cases.filter.from"), t("cases.filter.to")]}
      allowEmpty={[true, true]}
      onChange={(days) => {
        const [from, to] = [days?.[0], days?.[1]];
        onChange({ ...(from && { since: dayStart(from.format("YYYY-MM-DD")) }), ...(to && { until: dayEnd(to.format("YYYY-MM-DD")) }) });
      }}
    />
  );
}
