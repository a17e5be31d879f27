/** What an administrator waits for among very many people: every list, search and filter, over HTTP, rendered. */
import { administrationAddresses } from "./administration-addresses.ts";
import { type Bench, type Figure, figure, quantile } from "./bench.ts";
import { fillForAdministration, fullSizes } from "./fill-administration.ts";
import { measureExport } from "./measure-export.ts";
import { generousLimits, signInByCookie, signUp } from "./people.ts";
import { ensureBuilt, makeDataDirectory, startServer, untilOk } from "./server-process.ts";

const runs = 20;
const warmUps = 3;
/** For one address: a slow one is asked less often, so that the bench comes to its end. */
const patience = { ms: 2_000, leastRuns: 5 } as const;

export const administrationBench: Bench = {
  name: "administration",
  summary: `lists, searches and filters with ${fullSizes.people} people and ${fullSizes.events} events; the trail as a file`,
  run: async (say, scale) => {
    await ensureBuilt(say);
    const data = makeDataDirectory();
    const server = await startServer(data.path, generousLimits);
    try {
      await untilOk(server, `${server.url}/api/v1/health`);
      const authenticator = await signUp(server.url, "root@example.com");
      say("filling the database");
      const sizes = {
        people: Math.round(fullSizes.people * scale),
        events: Math.round(fullSizes.events * scale),
      };
      const known = await fillForAdministration(data.path, "root@example.com", sizes);
      const cookie = await signInByCookie(server.url, authenticator);
      say("taking the trail along");
      const path = "/api/v1/admin/audit/export?format=jsonl";
      const trail = { name: "the trail as a file", path, cookie, lines: sizes.events };
      const figures: Figure[] = await measureExport(server, trail);
      say("calling the pages");
      for (const [name, template] of Object.entries(administrationAddresses)) {
        const address = template.replace(/\{(\w+)\}/g, (_, key: keyof typeof known) => known[key]);
        const samples = await time(server.url + address, cookie);
        figures.push({ ...figure(name, "ms", samples), p95: quantile(samples, 0.95) });
      }
      return figures;
    } finally {
      await server.stop();
      data.remove();
    }
  },
};

/** One after the other, as one administrator asks. @throws Error for a page that is not there */
async function time(address: string, cookie: string): Promise<number[]> {
  const samples: number[] = [];
  const since = performance.now();
  for (let run = -warmUps; run < runs; run++) {
    if (run >= patience.leastRuns && performance.now() - since > patience.ms) break;
    const startedAt = performance.now();
    const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
    await response.text();
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    if (run >= 0) samples.push(performance.now() - startedAt);
  }
  return samples;
}
