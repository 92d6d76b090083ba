import { useEffect, useState } from "react";
import { keptImage, usePocket } from "@/features/pocket/pocket";
import { pocketWords } from "@/features/pocket/words";
import type { Photo } from "@/shared/api/types";
import { useLight } from "@/shared/light/lang";
import { useNow } from "@/shared/time/clock";
import { remaining, span } from "@/shared/time/format";

/** How long is left, or how late it is, in a colour and in words. */
export function Left({ due, start }: { due: string | null; start: string | null }) {
  const { t, language } = useLight(pocketWords);
  const now = useNow();
  if (due === null) return null;
  const { minutes, urgency } = remaining(due, now, start);
  return <span className={`l-tag l-${urgency}`}>{t(minutes < 0 ? "tasks.late" : "tasks.left", { span: span(minutes, language) })}</span>;
}

/** Addresses of kept photos: made once, for as long as the page lives. */
const urls = new Map<string, string>();

/** The address of a photo: from the phone as soon as it is kept there, else from the platform. */
export function useImage(photo: Photo | undefined): string | undefined {
  const readAt = usePocket().copy?.readAt;
  const [, setMade] = useState(0);
  const id = photo?.id;
  useEffect(() => {
    if (id === undefined || urls.has(id)) return;
    void keptImage(id).then((blob) => {
      if (blob === null || urls.has(id)) return;
      urls.set(id, URL.createObjectURL(blob));
      setMade((times) => times + 1);
    });
  }, [id, readAt]);
  return photo === undefined ? undefined : (urls.get(photo.id) ?? photo.thumb_url);
}

export function Picture({ photo, name }: { photo: Photo; name: string }) {
  const url = useImage(photo);
  return (
    <li>
      <img src={url} alt={name} loading="lazy" />
    </li>
  );
}

const ICONS = {
  tasks: "M5 6h14M5 12h14M5 18h9",
  report: "M12 5v14M5 12h14",
  me: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c1-4 4-5 7-5s6 1 7 5",
  today: "M5 19V9m7 10V5m7 14v-7",
} as const;

export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
