// Writes src/shared/api/schema.d.ts from the server's OpenAPI document (`yiwang openapi > web/openapi.json`).
// Refusals are left out: they all have one shape, which shared/api/problem.ts reads.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const [source = "openapi.json", target = "src/shared/api/schema.d.ts"] = process.argv.slice(2);
const document = JSON.parse(await readFile(source, "utf8"));
for (const operations of Object.values(document.paths)) {
  for (const operation of Object.values(operations)) {
    operation.responses = Object.fromEntries(Object.entries(operation.responses ?? {}).filter(([status]) => status < "300"));
  }
}
const tree = await openapiTS(document, { defaultNonNullable: false });
await writeFile(target, `// Made by \`npm run types\` from the OpenAPI document; not to be edited.\n${astToString(tree)}`);
