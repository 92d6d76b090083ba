/** Server-sent events over the log of facts: reconnects by itself, resumes where it was, and says when it cannot. */

export interface Change {
  kind: string;
  type: string;
  at: string;
  by?: string;
  id?: string;
  number?: string;
  state?: string;
  urgent?: boolean;
}

export interface Told {
  items: Change[];
  /** Too much to tell one by one: lists are to be read anew. */
  more: boolean;
}

export type Standing = "starting" | "live" | "lost" | "ended";

export interface Ear {
  /** What happened, and the id up to which all of it was told. */
  told: (told: Told, id: string) => void;
  standing: (standing: Standing) => void;
}

/** What reads the stream: the browser's own reader, or one that sends a key. */
export type Source = EventTarget & { onerror: unknown; close: () => void };

const PATH = "/api/stream";
/** Silence longer than this is a lost line: the server says something every ten seconds. */
const SILENCE_MS = 35_000;
const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Reads what came; anything else than what is agreed on counts as "read anew". */
export function readTold(text: string): Told {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { items: [], more: true };
  }
  if (!isRecord(content) || !Array.isArray(content.items)) return { items: [], more: true };
  const items = content.items.filter((item): item is Change & Record<string, unknown> => isRecord(item) && typeof item.kind === "string" && typeof item.type === "string");
  return { items, more: content.more === true || items.length !== content.items.length };
}

/** How long to wait before the n-th try. */
export function pause(tries: number): number {
  return Math.min(FIRST_MS * 2 ** tries, LONGEST_MS);
}

/** Opens the stream; the answer closes it. */
export function openStream(ear: Ear, open: (path: string) => Source = (path) => new EventSource(path)): () => void {
  let source: Source | null = null;
  let last = "";
  let tries = 0;
  let closed = false;
  let heard = Date.now();
  let again: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    clearTimeout(again);
    source?.close();
    if (closed) return;
    heard = Date.now();
    const opened = open(last === "" ? PATH : `${PATH}?after=${encodeURIComponent(last)}`);
    source = opened;
    const on = (name: string, act: (data: string) => void): void =>
      opened.addEventListener(name, (event) => {
        if (!(event instanceof MessageEvent)) return;
        heard = Date.now();
        if (event.lastEventId !== "") last = event.lastEventId;
        act(String(event.data));
      });
    on("ready", () => {
      tries = 0;
      ear.standing("live");
    });
    on("pulse", () => undefined);
    on("facts", (data) => ear.told(readTold(data), last));
    on("reset", () => ear.told({ items: [], more: true }, last));
    on("ended", () => {
      opened.close();
      ear.standing("ended");
      later();
    });
    opened.onerror = () => {
      ear.standing("lost");
      opened.close();
      later();
    };
  };
  const later = (): void => {
    clearTimeout(again);
    again = setTimeout(connect, pause(tries));
    tries += 1;
  };
  const watch = setInterval(() => {
    if (Date.now() - heard < SILENCE_MS) return;
    ear.standing("lost");
    connect();
  }, 5_000);
  const online = (): void => {
    tries = 0;
    connect();
  };
  const offline = (): void => {
    clearTimeout(again);
    source?.close();
    ear.standing("lost");
  };
  window.addEventListener("online", online);
  window.addEventListener("offline", offline);
  connect();
  return () => {
    closed = true;
    clearTimeout(again);
    clearInterval(watch);
    window.removeEventListener("online", online);
    window.removeEventListener("offline", offline);
    source?.close();
  };
}
