import createClient, { type Middleware } from "openapi-fetch";
import { Problem, readProblem } from "@/shared/api/problem";
import type { paths } from "@/shared/api/schema";
import { noteAnswer } from "@/shared/api/watermark";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** The readable half of the double-submit pair; the session itself is in an HttpOnly cookie. */
function csrfToken(): string {
  const found = /(?:^|;\s*)yiwang_csrf=([^;]*)/.exec(document.cookie);
  return found?.[1] === undefined ? "" : decodeURIComponent(found[1]);
}

const guard: Middleware = {
  onRequest({ request }) {
    if (!SAFE.has(request.method)) request.headers.set("X-CSRF-Token", csrfToken());
    return request;
  },
  async onResponse({ response }) {
    noteAnswer(response);
    if (!response.ok) throw await readProblem(response);
    return response;
  },
  onError() {
    return Problem.unreachable();
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: "same-origin" });
api.use(guard);

/** Takes the body of an answer; refusals were thrown as Problem before this point. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw Problem.unreachable();
  return data;
}

/** Waits for an answer that has no body. */
export async function done(call: Promise<unknown>): Promise<void> {
  await call;
}
