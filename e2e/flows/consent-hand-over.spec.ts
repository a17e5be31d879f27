/** After "Allow" the app may lead on to wherever it likes: no policy of ours reaches that far. */
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

/** A forward-auth proxy in small: its callback sends the person on to an app on another host. */
async function startProxy(): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/callback"))
      response
        .writeHead(302, { location: `http://127.0.0.1:${(server.address() as AddressInfo).port}/app` })
        .end();
    else
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><title>App</title><h1>The app</h1>");
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  return { server, port: (server.address() as AddressInfo).port };
}

test("an app whose callback leads on to another host receives the person", async ({ page, latchkey }) => {
  const { server, port } = await startProxy();
  const redirectUri = `http://localhost:${port}/callback`;
  const added = await latchkey.command(
    ...["client", "add", "--json", "--name", "Gate", "--auth-method", "none", "--redirect-uri", redirectUri],
  );
  const { clientId } = JSON.parse(added) as { clientId: string };
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid",
    code_challenge: createHash("sha256").update("v".repeat(43)).digest("base64url"),
    code_challenge_method: "S256",
  });
  await page.goto(`${latchkey.baseUrl}/oauth/authorize?${query}`);
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await expect(page.getByRole("heading", { name: "The app" })).toBeVisible();
  expect(page.url()).toBe(`http://127.0.0.1:${port}/app`);
  server.close();
  server.closeAllConnections();
});
