import { useMay } from "@/features/access/session";
import { Calls, Unusual } from "@/features/audit/Calls";
import { Looks } from "@/features/audit/Looks";
import { Trail } from "@/features/audit/Trail";
import { useWords } from "@/shared/i18n";
import { Parts, type Part } from "@/shared/parts/Page";

/** For auditors: who saw whom, what was done, and who called what how often. */
export function AuditPage() {
  const { t } = useWords();
  const audits = useMay("audit.read");
  const parts: Part[] = [
    ...(audits ? [{ code: "looks", label: t("looks.title"), show: () => <Looks /> }] : []),
    ...(audits ? [{ code: "trail", label: t("trail.title"), show: () => <Trail /> }] : []),
    { code: "calls", label: t("calls.title"), show: () => <Calls /> },
    { code: "unusual", label: t("unusual.title"), show: () => <Unusual /> },
  ];
  return <Parts title={t("nav.audit")} parts={parts} />;
}
