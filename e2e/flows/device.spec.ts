/** A device without a browser is let in: by code, by the address with the code in it, without JavaScript. */
import { randomUUID } from "node:crypto";
import { inspect } from "../support/inspect.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test, watch } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

const grant = "urn:ietf:params:oauth:grant-type:device_code";

interface Device {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
}

async function addDevice({ baseUrl, command }: LatchkeyProcess) {
  const id = `television-${randomUUID()}`;
  await command(
    ...["client", "add", "--id", id, "--name", "Television", "--auth-method", "none", "--json"],
    ...["--grant-type", grant],
  );
  const send = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: id, ...fields });
    return (await (await fetch(baseUrl + path, { method: "POST", body })).json()) as Record<string, string>;
  };
  return {
    begin: async () => (await send("/oauth/device", { scope: "openid profile email" })) as unknown as Device,
    poll: ({ device_code }: Device) => send("/oauth/token", { grant_type: grant, device_code }),
  };
}

test.setTimeout(300_000);

test("a person types the code in, reads who asks, and allows it", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  const television = await addDevice(latchkey);
  const device = await television.begin();

  await page.goto(device.verification_uri);
  await expect(page.getByRole("heading", { name: "Connect a device" })).toBeVisible();
  await inspect(page, "device: the code");
  await write(page.getByLabel("Code"), "bbbb bbbb");
  await page.getByLabel("Code").press("Enter");
  await expect(page.getByText("No device waits with this code.")).toBeVisible();
  await inspect(page, "device: a wrong code");
  await write(page.getByLabel("Code"), device.user_code.toLowerCase());
  await press(page.getByRole("button", { name: "Continue" }));

  await expect(page.getByRole("heading", { name: "Connect a device to Television?" })).toBeVisible();
  await expect(page.getByText("127.0.0.1")).toBeVisible();
  await inspect(page, "device: the question");
  expect((await television.poll(device)).error).toBe("authorization_pending");
  await press(page.getByRole("button", { name: "I started this: allow" }));
  await expect(page.getByRole("heading", { name: "Your device is connected" })).toBeVisible();
  await inspect(page, "device: done");
  expect(await television.poll(device)).toHaveProperty("access_token");

  await page.goto(device.verification_uri_complete);
  await expect(page.getByLabel("Code")).toHaveValue(device.user_code);
  await press(page.getByRole("button", { name: "Continue" }));
  await expect(page.getByText("No device waits with this code.")).toBeVisible();
});

test("a person who is not signed in meets that first, and can decline", async ({ page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Max Example", email: uniqueEmail("max") });
  await page.context().clearCookies();
  // So that the browser does not offer the passkey by itself before the button is pressed.
  const kept = await authenticator.credentials();
  await authenticator.clear();
  const television = await addDevice(latchkey);
  const device = await television.begin();
  await page.goto(device.verification_uri_complete);
  await press(page.getByRole("button", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: "Continue to Television" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const credential of kept) await authenticator.addCredential(credential);
  await press(page.getByRole("button", { name: "Sign in with a passkey" }));
  await expect(page.getByRole("heading", { name: "Connect a device to Television?" })).toBeVisible();
  await press(page.getByRole("button", { name: "Decline" }));
  await expect(page.getByRole("heading", { name: "The device was not let in" })).toBeVisible();
  expect((await television.poll(device)).error).toBe("access_denied");
});

test("without JavaScript the pages do the same", async ({ browser, page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Eva Example", email: uniqueEmail("eva") });
  const television = await addDevice(latchkey);
  const device = await television.begin();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  const problems = watch(still);
  await still.goto(device.verification_uri_complete);
  await press(still.getByRole("button", { name: "Continue" }));
  await press(still.getByRole("button", { name: "I started this: allow" }));
  await expect(still.getByRole("heading", { name: "Your device is connected" })).toBeVisible();
  expect(await television.poll(device)).toHaveProperty("id_token");
  expect(problems).toEqual([]);
  await plain.close();
});
