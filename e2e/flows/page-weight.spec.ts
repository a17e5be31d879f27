/** What the sign-in page asks of a browser: little, from nowhere else, and it stands still. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../support/test.ts";

const chunks = join(import.meta.dirname, "../../.next/static");
/** Of the Layout Instability API, which the DOM library of TypeScript does not hold yet. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** With the headers of the answers. A framework’s release may take some of what is left to the 150 KB. */
const largestScriptBytes = 140 * 1024;

test("the sign-in page loads at most 140 KB of script, from this host alone, and does not move", async ({
  page,
  latchkey,
}) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const scripts = new Set<string>();
  let scriptBytes = 0;
  cdp.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { latchkeyShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        const moved = entry.sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `${node instanceof Element ? node.outerHTML.slice(0, 120) : node?.textContent} from ${JSON.stringify(from)} to ${JSON.stringify(to)}`,
        );
        shifts.push(`${entry.value}: ${moved.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await page.waitForLoadState("networkidle");
  expect([...hosts]).toEqual([latchkey.baseUrl]);
  expect(scripts.size).toBeGreaterThan(0);
  expect(scriptBytes).toBeLessThanOrEqual(largestScriptBytes);
  expect(
    await page.evaluate(() => (globalThis as { latchkeyShifts?: readonly string[] }).latchkeyShifts),
    "what moved",
  ).toEqual([]);
  test.info().annotations.push({ type: "script bytes", description: String(scriptBytes) });
});

test("nothing of the server is in what browsers load", () => {
  const files = readdirSync(chunks, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = readFileSync(join(chunks, file), "utf8");
    expect(text, file).not.toMatch(
      /require\("node:|from"node:|pg_advisory|drizzle|webauthn_handle|privateJwk/,
    );
  }
});
