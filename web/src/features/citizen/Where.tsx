import { useState } from "react";
import { citizenWords } from "@/features/citizen/words";
import { api, body } from "@/shared/api/client";
import { whereAmI, type Spot } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import type { Ground } from "@/shared/light/LightMap";
import { Button, Field, Note } from "@/shared/light/parts";
import { PlacePicker } from "@/shared/light/PlacePicker";

export interface Placed {
  spot: Spot | null;
  /** Metres, where the phone said so itself. */
  accuracy: number | null;
  text: string;
}

async function ground(): Promise<Ground> {
  const content: unknown = await body(api.GET("/api/residents/map", { params: { query: { level: "street" } } }));
  return content as Ground;
}

/** Where it is: the phone's position, a pin, or an address in words. */
export function Where({ placed, onPlaced, error }: { placed: Placed; onPlaced: (placed: Placed) => void; error: string | undefined }) {
  const { t } = useLight(citizenWords);
  const [picking, setPicking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [denied, setDenied] = useState(false);
  const here = async (): Promise<void> => {
    setBusy(true);
    const fix = await whereAmI();
    setBusy(false);
    setDenied(fix === null);
    if (fix !== null) onPlaced({ ...placed, spot: fix, accuracy: fix.accuracy });
  };
  return (
    <section className="l-card" aria-label={t("report.place")}>
      <h2>{t("report.place")}</h2>
      {placed.spot !== null && (
        <p role="status">{placed.accuracy === null ? t("report.pinned") : t("report.located", { m: Math.round(placed.accuracy) })}</p>
      )}
      {denied && <Note kind="warn">{t("report.denied")}</Note>}
      <div className="l-row">
        <Button onClick={() => void here()} busy={busy}>
          {t("report.here")}
        </Button>
        <Button onClick={() => setPicking(true)}>{t("report.map")}</Button>
      </div>
      <Field label={t("report.address")} error={error}>
        {(props) => <input {...props} value={placed.text} maxLength={300} autoComplete="street-address" onChange={(event) => onPlaced({ ...placed, text: event.target.value })} />}
      </Field>
      {picking && (
        <PlacePicker
          spot={placed.spot}
          ground={ground}
          onDone={(spot) => {
            onPlaced({ ...placed, spot, accuracy: null });
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  );
}
