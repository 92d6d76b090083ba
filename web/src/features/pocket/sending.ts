/** Sends one item of the queue: first its photos, each once, then what was done. */
import type { Kept } from "@/features/pocket/kept";
import { outcomeOf, type Item, type Outcome, type Where, type Work } from "@/features/pocket/queue";
import { api, body } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";

export async function send(kept: Kept, item: Item): Promise<Outcome> {
  try {
    const photos: string[] = [];
    for (const id of item.photos) {
      const arrived = await arrive(kept, id);
      if (arrived !== null) photos.push(arrived);
    }
    await tell(item, item.work, photos);
    return { state: "done" };
  } catch (error) {
    if (error instanceof Problem) return outcomeOf(error.status, error.detail);
    // The network ended in the middle of an answer, or the store did: nothing is known, so it is sent again.
    return { state: "later" };
  }
}

async function arrive(kept: Kept, id: string): Promise<string | null> {
  const photo = await kept.photo(id);
  if (photo === undefined) return null;
  if (photo.fileId !== null) return photo.fileId;
  const form = new FormData();
  form.append("file", new File([photo.bytes], photo.name, { type: "image/jpeg" }));
  // The generated type of a binary part is a string; the form itself is what is sent.
  const stored = await body(api.POST("/api/files", { body: { file: "" }, bodySerializer: () => form }));
  await kept.keepPhoto({ ...photo, fileId: stored.id });
  return stored.id;
}

function point(where: Where): { lon: number | null; lat: number | null; datum: "WGS84" } {
  return { lon: where.lon, lat: where.lat, datum: "WGS84" };
}

async function tell(item: Item, work: Work, photos: string[]): Promise<void> {
  if (work.kind === "step") {
    const { verb, text, passed } = work;
    await api.POST("/api/cases/{case_id}/steps", {
      params: { path: { case_id: work.caseId } },
      body: { key: item.key, verb, text, passed, photos, made_at: item.madeAt },
    });
  } else if (work.kind === "report") {
    await api.POST("/api/reports", {
      body: {
        channel: "patrol",
        text: work.text,
        matter: work.matter,
        place: { ...point(work.place), text: work.place.text === "" ? null : work.place.text },
        occurred_at: item.madeAt,
        idempotency_key: item.key,
        photos,
        self_handled: work.fixed === null ? null : { text: work.fixed },
        drill: false,
      },
    });
  } else if (work.way === "in") await api.POST("/api/command/sign-in", { body: { ...point(work.where), key: item.key } });
  else await api.POST("/api/command/sign-out", { body: { ...point(work.where), key: item.key } });
}
