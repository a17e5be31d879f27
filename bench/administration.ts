/** What an administrator waits for among very many people: every list, search and filter, over HTTP, rendered. */
import { administrationAddresses } from "./administration-addresses.ts";
import { type Bench, type Figure, figure, quantile } from "./bench.ts";
import { administrationSizes, fillForAdministration } from "./fill-administration.ts";
import { generousLimits, signInByCookie, signUp } from "./people.ts";
import { ensureBuilt, makeDataDirectory, startServer, untilOk } from "./server-process.ts";

const runs = 20;
const warmUps = 3;
const { people, credentials, events } = administrationSizes;

export const administrationBench: Bench = {
  name: "administration",
  summary: `lists, searches and filters with ${people} people, ${credentials} passkeys and ${events} events`,
  run: async (say) => {
    await ensureBuilt(say);
    const data = makeDataDirectory();
    const server = await startServer(data.path, generousLimits);
    try {
      await untilOk(server, `${server.url}/api/v1/health`);
      const authenticator = await signUp(server.url, "root@example.com");
      say("filling the database");
      const known = await fillForAdministration(data.path, "root@example.com");
      const cookie = await signInByCookie(server.url, authenticator);
      const figures: Figure[] = [];
      for (const [name, template] of Object.entries(administrationAddresses)) {
        const path = template.replace(/\{(\w+)\}/g, (_, key: keyof typeof known) => known[key]);
        const samples = await time(server.url + path, cookie);
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
  for (let run = -warmUps; run < runs; run++) {
    const startedAt = performance.now();
    const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
    await response.text();
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    if (run >= 0) samples.push(performance.now() - startedAt);
  }
  return samples;
}
