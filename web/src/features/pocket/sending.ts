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
    if (error instanceof Problem) return found(item.work, error);
    // The network ended in the middle of an answer, or the store did: nothing is known, so it is sent again.
    return { state: "later" };
  }
}

/** What a refusal comes to: it may only say that this was done before, and a case that has moved on says where it is. */
async function found(work: Work, error: Problem): Promise<Outcome> {
  const outcome = outcomeOf(error.status, error.detail);
  if (outcome.state !== "refused" || error.status !== 409) return outcome;
  try {
    if (work.kind === "order") {
      const order = await body(api.GET("/api/command/orders/{order_id}", { params: { path: { order_id: work.orderId } } }));
      if (order.state === "done" || (work.verb === "receive" && order.state === "received")) return { state: "done" };
    }
    if (work.kind === "step") {
      const { state } = await body(api.GET("/api/cases/{case_id}", { params: { path: { case_id: work.caseId } } }));
      return { ...outcome, now: state };
    }
  } catch (second) {
    if (second instanceof Problem && outcomeOf(second.status, "").state === "later") return { state: "later" };
  }
  return outcome;
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
  } else if (work.kind === "track") await walk(work.at, work.lon, work.lat);
  else if (work.kind === "order") await answer(work.orderId, work.verb, work.feedback);
  else if (work.way === "in") await api.POST("/api/command/sign-in", { body: { ...point(work.where), key: item.key } });
  else await api.POST("/api/command/sign-out", { body: { ...point(work.where), key: item.key } });
}

/** Points that came already, whose answer was lost, are not sent again: the platform says up to when it has them. */
async function walk(at: string[], lon: number[], lat: number[]): Promise<void> {
  try {
    await api.POST("/api/command/tracks", { body: { at, lon, lat, datum: "WGS84" } });
  } catch (error) {
    const last = error instanceof Problem && typeof error.members.last === "string" ? Date.parse(error.members.last) : null;
    if (last === null) throw error;
    const first = at.findIndex((moment) => Date.parse(moment) > last);
    if (first > 0) await api.POST("/api/command/tracks", { body: { at: at.slice(first), lon: lon.slice(first), lat: lat.slice(first), datum: "WGS84" } });
  }
}

async function answer(order: string, verb: "receive" | "done", feedback: string): Promise<void> {
  const params = { path: { order_id: order } };
  if (verb === "receive") await api.POST("/api/command/orders/{order_id}/receive", { params });
  else await api.POST("/api/command/orders/{order_id}/done", { params, body: { feedback } });
}
