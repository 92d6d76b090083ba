import { useMay } from "@/features/access/session";
import { CalendarPart } from "@/features/settings/CalendarPart";
import { HotlinePart } from "@/features/settings/HotlinePart";
import { LimitsPart, PlatformPart } from "@/features/settings/PlatformPart";
import { PhrasesPart } from "@/features/settings/PhrasesPart";
import { useWords } from "@/shared/i18n";
import { Parts, type Part } from "@/shared/parts/Page";

/** What the platform goes by: the parts somebody may see, of which some may be changed here. */
export function SettingsPage() {
  const { t } = useWords();
  const [platform, calendar, phrases] = [useMay("platform.settings"), useMay("matters.read"), useMay("cases.claim")];
  const parts: Part[] = [
    ...(platform ? [{ code: "platform", label: t("settings.platform"), show: () => <PlatformPart /> }] : []),
    ...(platform ? [{ code: "limits", label: t("settings.limits"), show: () => <LimitsPart /> }] : []),
    ...(calendar ? [{ code: "calendar", label: t("settings.calendar"), show: () => <CalendarPart /> }] : []),
    ...(calendar ? [{ code: "hotline", label: t("settings.hotline"), show: () => <HotlinePart /> }] : []),
    ...(phrases ? [{ code: "phrases", label: t("settings.phrases"), show: () => <PhrasesPart /> }] : []),
  ];
  return <Parts title={t("settings.title")} parts={parts} />;
}
