import { useMutation } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import styles from "@/features/command/command.module.css";
import { commandChanges, type Kept, type Track } from "@/features/command/queries";
import type { Point } from "@/features/map/geometry";
import { LazyMap } from "@/features/map/LazyMap";
import { useMay } from "@/features/access/session";
import { useWords } from "@/shared/i18n";
import { ReasonDialog } from "@/shared/parts/ReasonDialog";
import { Nothing } from "@/shared/parts/States";
import { useNow } from "@/shared/time/clock";
import { short } from "@/shared/time/format";

/** Where somebody went in a shift, on the map: for a reason that is kept. */
export function TrackOf({ row }: { row: Kept }) {
  const { t } = useWords();
  const may = useMay("tracks.read");
  const [asking, setAsking] = useState(false);
  const look = useMutation({ mutationFn: (reason: string) => commandChanges.track(row.id, reason) });
  if (!may || row.in_at === null) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t("track.show")}
      </Button>
      {asking && (
        <ReasonDialog title={t("track.title", { name: row.staff_name })} label={t("track.reason")} hint={t("track.hint")} ok={t("track.show")} send={(reason) => look.mutateAsync(reason)} onClose={() => setAsking(false)} />
      )}
      {look.data !== undefined && <TrackDialog name={row.staff_name} track={look.data} onClose={() => look.reset()} />}
    </>
  );
}

function TrackDialog({ name, track, onClose }: { name: string; track: Track; onClose: () => void }) {
  const { t } = useWords();
  const now = useNow();
  const points = track.lon.map<Point>((lon, index) => [lon, track.lat[index] ?? 0]);
  const [first, last] = [track.at[0], track.at.at(-1)];
  const moment = (millis: number): string => short(new Date(millis).toISOString(), now);
  return (
    <Modal open width={820} style={{ top: 24 }} title={t("track.title", { name })} footer={null} onCancel={onClose}>
      {first === undefined || last === undefined ? (
        <Nothing title={t("track.none")} />
      ) : (
        <>
          <p className={styles.trackNote}>
            {t("track.from", { from: moment(first), to: moment(last) })} · {t("track.length", { km: (track.metres / 1000).toFixed(1), n: points.length })}
          </p>
          <div className={styles.trackMap}>
            <LazyMap point={null} track={points} />
          </div>
        </>
      )}
    </Modal>
  );
}
