import { lazy, Suspense, useState } from "react";
import type { Spot } from "@/shared/light/geo";
import { whereAmI } from "@/shared/light/geo";
import { useLight } from "@/shared/light/lang";
import type { Ground } from "@/shared/light/LightMap";
import { Button, Loading, Note, Sheet } from "@/shared/light/parts";
import { lightWords } from "@/shared/light/words";

const LightMap = lazy(() => import("@/shared/light/LightMap"));

interface PlacePickerProps {
  spot: Spot | null;
  ground: () => Promise<Ground>;
  onDone: (spot: Spot) => void;
  onClose: () => void;
}

/** A sheet with a map: the pin stands where the phone thinks it is and is dragged where it should be. */
export function PlacePicker({ spot, ground, onDone, onClose }: PlacePickerProps) {
  const { t } = useLight(lightWords);
  const [picked, setPicked] = useState(spot);
  const [times, setTimes] = useState(0);
  const [denied, setDenied] = useState(false);
  const here = async (): Promise<void> => {
    const fix = await whereAmI();
    setDenied(fix === null);
    if (fix === null) return;
    setPicked(fix);
    setTimes((count) => count + 1);
  };
  return (
    <Sheet title={t("place.pick")} onClose={onClose} full>
      <p className="l-hint">{t("place.drag")}</p>
      <Suspense fallback={<Loading />}>
        <LightMap key={times} spot={picked} onSpot={setPicked} ground={ground} />
      </Suspense>
      {denied && <Note kind="warn">{t("place.denied")}</Note>}
      <div className="l-row">
        <Button onClick={() => void here()}>{t("place.here")}</Button>
        <span className="l-grow" />
        <Button kind="main" disabled={picked === null} onClick={() => picked !== null && onDone(picked)}>
          {t("place.done")}
        </Button>
      </div>
    </Sheet>
  );
}
