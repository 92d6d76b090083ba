/** Whether the answers of the page in view hold personal data: the server marks such answers with `x-watermark: 1`. */
const listeners = new Set<() => void>();
let marked = false;

function set(next: boolean): void {
  if (marked === next) return;
  marked = next;
  for (const listener of listeners) listener();
}

/** Called for each answer. */
export function noteAnswer(response: Response): void {
  if (response.headers.get("x-watermark") === "1") set(true);
}

/** Called when another page is opened: whether it is marked, its own answers say. */
export function clearMark(): void {
  set(false);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const isMarked = (): boolean => marked;
