import { startPatrol, stopPatrol, usePatrol } from "@/features/pocket/patrol";
import { usePocket } from "@/features/pocket/pocket";
import { pocketWords } from "@/features/pocket/words";
import { far } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import { Button } from "@/shared/light/parts";
import { useNow } from "@/shared/time/clock";
import { span } from "@/shared/time/format";

/** A patrol with its track: begun by hand, only while one is signed in to a shift. */
export function PatrolCard() {
  const { t, language } = useLight(pocketWords);
  const { copy } = usePocket();
  const patrol = usePatrol();
  const now = useNow();
  const signed = copy?.duty?.signed;
  if (patrol === null && signed?.state !== "on") return null;
  return (
    <section className="l-card" aria-label={t("patrol.title")}>
      <h2>{t("patrol.title")}</h2>
      {patrol === null ? (
        <>
          <p className="l-hint">{t("patrol.lead")}</p>
          <Button onClick={() => signed && void startPatrol(signed)}>{t("patrol.start")}</Button>
        </>
      ) : (
        <>
          <p className="l-strong" data-metres={Math.round(patrol.walked)}>
            {t("patrol.on", { far: far(patrol.walked), span: span(Math.max(0, (now.getTime() - patrol.since) / 60_000), language) })}
          </p>
          <p className="l-hint">{t("patrol.open")}</p>
          <Button kind="danger" onClick={() => void stopPatrol()}>
            {t("patrol.stop")}
          </Button>
        </>
      )}
    </section>
  );
}
