import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRuleName } from "@/features/alarms/ruleName";
import { classesQuery } from "@/features/devices/queries";
import { usePlaceNames } from "@/features/silences/Pickers";
import type { Silence } from "@/features/silences/queries";
import { useWords } from "@/shared/i18n";

/** What a class of devices is called in the language of the moment. */
export function useClassName(): (code: string) => string {
  const { pick } = useWords();
  const items = useQuery(classesQuery).data?.items ?? [];
  return (code) => {
    const found = items.find((one) => one.code === code);
    return found === undefined ? code : pick(found.name, found.name_en ?? "") || found.name;
  };
}

/** Which alarms a silence matches, in words. */
export function Covers({ silence }: { silence: Silence }) {
  const classOf = useClassName();
  const placeOf = usePlaceNames();
  const rule = useRuleName({ rule: silence.rule ?? "", condition: silence.condition ?? silence.rule ?? "" });
  const parts = [
    silence.class_code === null ? null : classOf(silence.class_code),
    silence.rule === null ? null : [rule, silence.condition].filter(Boolean).join(" · "),
    silence.jurisdiction_id === null ? null : placeOf(silence.jurisdiction_id),
  ].filter((part) => part !== null);
  return (
    <>
      {parts.join(" · ")}
      {parts.length > 0 && silence.device_id !== null && " · "}
      {silence.device_id !== null && (
        <Link to="/devices/$deviceId" params={{ deviceId: silence.device_id }}>
          {silence.device_name ?? silence.device_id.slice(0, 8)}
        </Link>
      )}
      {silence.maintainer_id !== null && <MaintainerName id={silence.maintainer_id} />}
    </>
  );
}

function MaintainerName({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <Link to="/people/units/$unitId" params={{ unitId: id }}>
      {t("devices.maintainer")}
    </Link>
  );
}
