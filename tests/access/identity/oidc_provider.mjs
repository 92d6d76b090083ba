// A certified OpenID Connect provider (the package oidc-provider) as a process of its own, for the tests.
// Standard input, one JSON object: port, clients, accounts (claims by subject, which is what one logs in as), keys (JWKs).
// It prints the port it listens on. Its pages are its own: login with any password, then consent.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const web = createRequire(pathToFileURL(process.argv[2] + "/package.json"));
const { default: Provider } = await import(pathToFileURL(web.resolve("oidc-provider")).href);
const told = JSON.parse(readFileSync(0, "utf-8"));
const issuer = `http://127.0.0.1:${told.port}`;

const provider = new Provider(issuer, {
  clients: told.clients,
  jwks: { keys: told.keys },
  cookies: { keys: ["only for tests"] },
  claims: { openid: ["sub"], profile: ["preferred_username", "name"], email: ["email", "email_verified"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  ttl: { AccessToken: 3600, IdToken: 3600, Grant: 3600, Interaction: 3600, Session: 3600 },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...told.accounts[id] }) }),
});
provider.on("server_error", (_, error) => console.error(error));
const server = provider.listen(told.port, "127.0.0.1", () => console.log(`listening on ${server.address().port}`));
