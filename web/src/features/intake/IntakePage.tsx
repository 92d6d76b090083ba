import { useMay } from "@/features/access/session";
import { Channels } from "@/features/intake/Channels";
import { Letters } from "@/features/intake/Letters";
import { OrderImports } from "@/features/intake/OrderImports";
import { Orders } from "@/features/intake/Orders";
import { Triage } from "@/features/intake/Triage";
import { useWords } from "@/shared/i18n";
import { Parts, type Part } from "@/shared/parts/Page";

/** Everything that comes in and waits for a person: triage, letters, the hotline, and the channels themselves. */
export function IntakePage() {
  const { t } = useWords();
  const [triages, manages, imports, reads] = [useMay("events.triage"), useMay("channels.manage"), useMay("hotline.import"), useMay("cases.read")];
  const sends = useMay("reports.create");
  const parts: Part[] = [
    ...(triages ? [{ code: "triage", label: t("triage.title"), show: () => <Triage /> }] : []),
    ...(triages ? [{ code: "letters", label: t("letters.title"), show: () => <Letters /> }] : []),
    ...(reads ? [{ code: "orders", label: t("orders12345.title"), show: () => <Orders /> }] : []),
    ...(imports ? [{ code: "imports", label: t("imports.title"), show: () => <OrderImports /> }] : []),
    ...(manages || sends ? [{ code: "channels", label: t("channels.title"), show: () => <Channels /> }] : []),
  ];
  return <Parts title={t("nav.intake")} parts={parts} />;
}
