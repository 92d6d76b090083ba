import { useMay } from "@/features/access/session";
import { DeviceList } from "@/features/devices/DeviceList";
import { Figures } from "@/features/devices/Figures";
import { Rounds } from "@/features/devices/Rounds";
import { Strangers } from "@/features/devices/Strangers";
import { Streams } from "@/features/devices/Streams";
import { useWords } from "@/shared/i18n";
import { Parts } from "@/shared/parts/Page";

/** Devices 物联运营: the registry, how they do, rounds, strangers, and who gets their readings. */
export function DevicesPage() {
  const { t } = useWords();
  const inspects = useMay("devices.inspect");
  const writes = useMay("devices.write");
  const shares = useMay("keys.manage");
  const parts = [
    { code: "list", label: t("devices.title"), show: () => <DeviceList /> },
    { code: "figures", label: t("devices.figures"), show: () => <Figures /> },
    ...(inspects ? [{ code: "rounds", label: t("devices.rounds"), show: () => <Rounds /> }] : []),
    ...(writes ? [{ code: "strangers", label: t("devices.strangers"), show: () => <Strangers /> }] : []),
    ...(shares ? [{ code: "streams", label: t("devices.streams"), show: () => <Streams /> }] : []),
  ];
  return <Parts title={t("devices.title")} parts={parts} />;
}
