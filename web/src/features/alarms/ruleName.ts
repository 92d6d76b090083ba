import { useQuery } from "@tanstack/react-query";
import { rulesQuery } from "@/features/rules/queries";
import { useWords } from "@/shared/i18n";

/** What people call the rule of an alarm; its code where it has no name or has ended. */
export function useRuleName({ rule, condition }: { rule: string; condition: string }): string {
  const { t, pick } = useWords();
  const found = useQuery(rulesQuery).data?.rules?.find((one) => one.code === rule);
  const name = found === undefined ? "" : pick(found.name_zh ?? "", found.name_en ?? "");
  // Every device has this one without anybody declaring it.
  if (rule === "offline") return t("alarms.offline");
  return name || (rule === condition ? rule : `${rule} · ${condition}`);
}
