import { useMay } from "@/features/access/session";
import { Attendance } from "@/features/command/Attendance";
import { Handovers } from "@/features/command/Handovers";
import { Logbook } from "@/features/command/Logbook";
import { Orders } from "@/features/command/Orders";
import { Rosters } from "@/features/command/Rosters";
import { Swaps } from "@/features/command/Swaps";
import { Warnings } from "@/features/command/Warnings";
import { useWords } from "@/shared/i18n";
import { Parts, type Part } from "@/shared/parts/Page";

/** The first floor of command: orders, warnings, the shift log, handovers, rosters and attendance. */
export function CommandPage() {
  const { t } = useWords();
  const [orders, warnings, logs] = [useMay("orders.read"), useMay("warnings.read"), useMay("duty.log")];
  const [rosters, attends, reads] = [useMay("rosters.read"), useMay("duty.attend"), useMay("attendance.read")];
  const parts: Part[] = [
    ...(orders ? [{ code: "orders", label: t("orders.title"), show: () => <Orders /> }] : []),
    ...(warnings ? [{ code: "warnings", label: t("warnings.title"), show: () => <Warnings /> }] : []),
    ...(logs ? [{ code: "log", label: t("log.title"), show: () => <Logbook /> }] : []),
    ...(logs ? [{ code: "handovers", label: t("handovers.title"), show: () => <Handovers /> }] : []),
    ...(rosters ? [{ code: "rosters", label: t("rosters.title"), show: () => <Rosters /> }] : []),
    ...(attends ? [{ code: "swaps", label: t("swaps.title"), show: () => <Swaps /> }] : []),
    ...(attends || reads ? [{ code: "attendance", label: t("attendance.title"), show: () => <Attendance /> }] : []),
  ];
  return <Parts title={t("nav.command")} parts={parts} />;
}
