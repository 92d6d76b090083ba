// Lets /m begin without a network where phones allow it: the page itself and its files, never an answer of the API.
// What is read and what waits lie in IndexedDB; nothing of that rests on this worker.
const SHELL = "yiwang-m-2";
const NAMED = /["'`(](?:\.\/|\/?assets\/)([\w.-]+\.(?:js|css))["'`)]/g;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // Without a network now the page is kept at its next visit.
  event.waitUntil(keepAll().catch(() => undefined));
});
self.addEventListener("activate", (event) => event.waitUntil(clear().then(() => self.clients.claim())));

async function clear() {
  for (const name of await caches.keys()) if (name.startsWith("yiwang-m-") && name !== SHELL) await caches.delete(name);
}

// The page and every file that it, or a file of it, names: also those that are loaded only when they are needed.
async function keepAll() {
  const shell = await caches.open(SHELL);
  const page = await fetch("/m", { cache: "no-store" });
  if (!page.ok) return;
  await shell.put("/m", page.clone());
  const seen = new Set();
  const waiting = names(await page.text());
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    const answer = await kept(new Request(`/assets/${name}`));
    if (answer.ok && name.endsWith(".js")) waiting.push(...names(await answer.text()));
  }
  // Files of an older build are of no use any more.
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/assets/") && !seen.has(pathname.slice("/assets/".length))) await shell.delete(request);
  }
}

function names(text) {
  return Array.from(text.matchAll(NAMED), (found) => found[1]);
}

async function fresh(request, name) {
  const shell = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shell.put(name, answer.clone());
    return answer;
  } catch (error) {
    const known = await shell.match(name, { ignoreVary: true });
    if (known) return known;
    throw error;
  }
}

async function kept(request) {
  const shell = await caches.open(SHELL);
  const known = await shell.match(request, { ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await shell.put(request, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fresh(request, "/m"));
  // Names of these files change with what is in them.
  else if (url.pathname.startsWith("/assets/")) event.respondWith(kept(request));
});
