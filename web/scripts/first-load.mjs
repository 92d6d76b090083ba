// What each face loads before it shows anything, gzipped: its script, what that imports at once, its style sheets.
// Parts that are asked for later (map, pickers) do not count. More than the limit fails the build.
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMITS = { "index.html": 520, "m.html": 200, "c.html": 200 }; // kB of 1000 bytes
const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../../src/yiwang/app/static");
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+?from\s*)?["'](\.[^"']+\.js)["']/g;

function load(path, found) {
  if (found.has(path)) return;
  const content = readFileSync(join(folder, path));
  found.set(path, gzipSync(content).length);
  if (!path.endsWith(".js")) return;
  for (const [, name] of content.toString("utf8").matchAll(STATIC_IMPORT)) load(posix.join(posix.dirname(path), name), found);
}

let over = false;
for (const [page, limit] of Object.entries(LIMITS)) {
  const html = readFileSync(join(folder, page), "utf8");
  const found = new Map([[page, gzipSync(html).length]]);
  for (const [, name] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)) load(name, found);
  const total = [...found.values()].reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`${page}: first load ${total.toFixed(1)} kB gzipped of at most ${limit}`);
  if (total > limit) over = true;
}
if (over) {
  console.error("A face loads too much at first: load what it does not need at once with import().");
  process.exit(1);
}
