import { useEffect, useMemo } from "react";
import { useLight } from "@/shared/light/lang";
import { lightWords } from "@/shared/light/words";

/** Small pictures of photos just taken; each can be removed. */
export function Photos({ photos, onRemove }: { photos: readonly Blob[]; onRemove?: (index: number) => void }) {
  if (photos.length === 0) return null;
  return (
    <ul className="l-photos">
      {photos.map((photo, index) => (
        <Taken key={index} photo={photo} n={index + 1} {...(onRemove === undefined ? {} : { onRemove: () => onRemove(index) })} />
      ))}
    </ul>
  );
}

function Taken({ photo, n, onRemove }: { photo: Blob; n: number; onRemove?: () => void }) {
  const { t } = useLight(lightWords);
  const url = useMemo(() => URL.createObjectURL(photo), [photo]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <li>
      <img src={url} alt={t("photo.alt", { n })} />
      {onRemove !== undefined && (
        <button type="button" onClick={onRemove} aria-label={t("photo.remove", { n })}>
          ×
        </button>
      )}
    </li>
  );
}
