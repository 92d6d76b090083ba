/** A reader of server-sent events that sends headers of its own: the browser's reader sends none. */

interface Said {
  name: string;
  data: string;
  id: string;
}

/** Takes whole events off the front of what came; the rest is the beginning of the next one. */
export function cut(text: string): { events: Said[]; rest: string } {
  const blocks = text.split("\n\n");
  const rest = blocks.pop() ?? "";
  const events = blocks.map((block) => {
    const said: Said = { name: "message", data: "", id: "" };
    for (const line of block.split("\n")) {
      const [, field, value = ""] = /^(event|data|id): ?(.*)$/.exec(line) ?? [];
      if (field === "event") said.name = value;
      else if (field === "data") said.data += value;
      else if (field === "id") said.id = value;
    }
    return said;
  });
  return { events, rest };
}

/** Reads the stream by fetch; it ends with `onerror`, and whoever opened it opens another. */
export class KeyedSource extends EventTarget {
  onerror: (() => void) | null = null;
  readonly #leaving = new AbortController();

  constructor(path: string, headers: HeadersInit) {
    super();
    void this.#read(path, headers).catch(() => {
      if (!this.#leaving.signal.aborted) this.onerror?.();
    });
  }

  close(): void {
    this.#leaving.abort();
  }

  async #read(path: string, headers: HeadersInit): Promise<void> {
    const answer = await fetch(path, { headers, signal: this.#leaving.signal, credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.body === null) throw new Error(`The stream was refused: ${String(answer.status)}`);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const { events, rest } = cut(waiting + value);
      waiting = rest;
      for (const { name, data, id } of events) this.dispatchEvent(new MessageEvent(name, { data, lastEventId: id }));
    }
    this.onerror?.();
  }
}
