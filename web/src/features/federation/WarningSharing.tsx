import { useQuery } from "@tanstack/react-query";
import own from "@/features/federation/sharing.module.css";
import { warningSharesQuery } from "@/features/federation/queries";
import { useWords } from "@/shared/i18n";
import { explain } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** The platforms on which a warning is in force, too: where it came from or went, and how many units know there. */
export function WarningSharing({ warningId }: { warningId: string }) {
  const { t } = useWords();
  const now = useNow();
  const found = useQuery(warningSharesQuery(warningId));
  if (found.isError) return <p role="alert">{explain(found.error, t)}</p>;
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t("sharing.warning")}>
      <h3>{t("sharing.warning")}</h3>
      <ul className={own.sides}>
        {items.map((one) => (
          <li key={one.peer} className={one.refused === null ? undefined : own.refused}>
            <b>{t(one.ours ? "sharing.wentTo" : "sharing.cameFrom", { name: one.peer })}</b>
            {one.remote_number !== null && <span>{one.remote_number}</span>}
            {one.refused !== null ? (
              <span>{one.refused}</span>
            ) : one.told !== null ? (
              <span>{t("sharing.known", { told: one.told, received: one.received ?? 0 })}</span>
            ) : (
              one.ours && <span>{t("sharing.notYet")}</span>
            )}
            <span>{short(one.changed, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
