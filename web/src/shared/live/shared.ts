import { openStream, type Ear, type Standing, type Told } from "@/shared/live/stream";

type Said = { told: Told; id: string } | { standing: Standing } | { ask: true };

const NAME = "yiwang.stream";

/**
 * One stream for all pages of a browser: the page that holds the lock reads, the others hear it over a channel. A
 * browser opens only six connections to a host; six pages with a stream each would leave none for anything else.
 */
export function listen(ear: Ear): () => void {
  // Without TLS there are no locks: then each page has its own.
  if (!("locks" in navigator)) return openStream(ear);
  const channel = new BroadcastChannel(NAME);
  const leaving = new AbortController();
  let close: (() => void) | null = null;
  let standing: Standing = "starting";
  const stand = (next: Standing): void => {
    standing = next;
    ear.standing(next);
  };
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if ("ask" in data) {
      if (close !== null) channel.postMessage({ standing } satisfies Said);
    } else if ("told" in data) ear.told(data.told, data.id);
    else stand(data.standing);
  };
  channel.postMessage({ ask: true } satisfies Said);
  const hold = async (): Promise<void> => {
    if (leaving.signal.aborted) return;
    close = openStream({
      told: (told, id) => {
        ear.told(told, id);
        channel.postMessage({ told, id } satisfies Said);
      },
      standing: (next) => {
        stand(next);
        channel.postMessage({ standing: next } satisfies Said);
      },
    });
    await new Promise<void>((done) => leaving.signal.addEventListener("abort", () => done(), { once: true }));
    close();
  };
  void navigator.locks.request(NAME, { signal: leaving.signal }, hold).catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
}
