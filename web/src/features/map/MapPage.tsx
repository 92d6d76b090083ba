import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { useState } from "react";
import { layersQuery, LIVE, type Live } from "@/features/map/layers";
import { LazyLiveMap } from "@/features/map/LazyLiveMap";
import styles from "@/features/map/page.module.css";
import { useWords } from "@/shared/i18n";
import { Failure } from "@/shared/parts/States";

const isLive = (code: string): code is Live => LIVE.some((layer) => layer === code);

/** The whole map: the live layers one may see, each switched on and off; a press opens the case or the device. */
export function MapPage() {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const layers = useQuery(layersQuery);
  const [chosen, setChosen] = useState<readonly Live[] | null>(null);
  if (layers.isError) return <Failure error={layers.error} retry={() => void layers.refetch()} />;
  const known = layers.data?.items.filter((layer) => isLive(layer.code)) ?? [];
  const shown = chosen ?? known.filter((layer) => layer.on).map((layer) => layer.code as Live);
  const toggle = (layer: Live, on: boolean): void => setChosen(on ? [...shown, layer] : shown.filter((one) => one !== layer));
  return (
    <div className={styles.page}>
      <h1 className="sr-only">{t("map.label")}</h1>
      <LazyLiveMap
        shown={shown}
        onPick={(layer, id) => {
          if (layer === "cases") void navigate({ to: "/cases/$caseId", params: { caseId: id } });
          else if (layer === "alarms") void navigate({ to: "/alarms/$alarmId", params: { alarmId: id } });
          else if (layer === "devices") void navigate({ to: "/devices/$deviceId", params: { deviceId: id } });
        }}
      />
      <fieldset className={styles.layers}>
        <legend>{t("wall.layers")}</legend>
        {known.map((layer) => (
          <Checkbox key={layer.code} checked={shown.includes(layer.code as Live)} onChange={(event) => toggle(layer.code as Live, event.target.checked)}>
            <i style={{ background: layer.style.color }} /> {pick(layer.zh, layer.en)}
          </Checkbox>
        ))}
      </fieldset>
    </div>
  );
}
