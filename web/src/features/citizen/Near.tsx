import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import { useAsked } from "@/shared/light/asked";
import type { Spot } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import { Button } from "@/shared/light/parts";

/** Open reports near by, to join instead of telling the same again. */
export function Near({ spot, busy, onJoin }: { spot: Spot; busy: boolean; onJoin: (number: string) => void }) {
  const { t } = useLight(citizenWords);
  const [asked] = useAsked(`${spot.lon.toFixed(5)} ${spot.lat.toFixed(5)}`, () =>
    body(api.GET("/api/residents/nearby", { params: { query: { lon: spot.lon, lat: spot.lat, datum: "WGS84" } } })),
  );
  const found = asked.state === "here" ? asked.value.items.slice(0, 4) : [];
  if (found.length === 0) return null;
  return (
    <section className="l-card" aria-label={t("report.near")}>
      <h2>{t("report.near")}</h2>
      <ul className="l-list">
        {found.map((one) => (
          <li key={one.number} className="l-row">
            <span className="l-grow">{t("report.nearLine", { matter: one.matter, m: one.metres, day: one.reported_on, n: one.reports })}</span>
            <Button busy={busy} onClick={() => onJoin(one.number)}>
              {t("report.join")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
