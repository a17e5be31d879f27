/** How long a start takes with an existing embedded database, and what memory Node holds then. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Bench, figure } from "./bench.ts";
import { ensureBuilt, makeDataDirectory, startServer, untilOk } from "./server-process.ts";

const runs = 5;

interface Sample {
  readonly firstAnswerMs: number;
  readonly firstPageMs: number;
  readonly idleMb: number;
  readonly afterPagesMb: number;
}

export const startBench: Bench = {
  name: "start",
  summary: "cold start with an existing embedded database, and memory of Node",
  run: async (say) => {
    await ensureBuilt(say);
    const data = makeDataDirectory();
    try {
      say("making the database");
      await sample(data.path);
      const samples: Sample[] = [];
      for (let run = 1; run <= runs; run++) {
        say(`start ${run} of ${runs}`);
        samples.push(await sample(data.path));
      }
      const of = (key: keyof Sample) => samples.map((one) => one[key]);
      return [
        figure("start to first 200 (health)", "ms", of("firstAnswerMs")),
        figure("start to first 200 (sign-in page)", "ms", of("firstPageMs")),
        figure("memory after the start", "MB", of("idleMb")),
        figure("memory after 200 pages", "MB", of("afterPagesMb")),
      ];
    } finally {
      data.remove();
    }
  },
};

/** One start, from the moment of the spawn, and its stop. */
async function sample(dataDir: string): Promise<Sample> {
  const startedAt = performance.now();
  const server = await startServer(dataDir, { LOG_LEVEL: "silent" });
  try {
    await untilOk(server, `${server.url}/api/v1/health`);
    const firstAnswerMs = performance.now() - startedAt;
    await untilOk(server, `${server.url}/sign-in`);
    const firstPageMs = performance.now() - startedAt;
    await sleep(1_000);
    const idleMb = server.residentMb();
    for (let page = 0; page < 200; page++) await (await fetch(`${server.url}/sign-in`)).text();
    await sleep(1_000);
    return { firstAnswerMs, firstPageMs, idleMb, afterPagesMb: server.residentMb() };
  } finally {
    await server.stop();
  }
}
