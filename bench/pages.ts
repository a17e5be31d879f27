/** The sign-in page beside an empty page of the framework, and what it makes a browser load. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inheritEnvironment } from "#lib/config/process-mode.ts";
import { type Bench, figure } from "./bench.ts";
import { drive, openCaller } from "./load.ts";
import { generousLimits } from "./people.ts";
import {
  ensureBuilt,
  makeDataDirectory,
  pinLoad,
  type ServerProcess,
  startScript,
  startServer,
  untilOk,
} from "./server-process.ts";

const rounds = 5;
const roundMs = 2_000;
const warmUpMs = 3_000;
const browsers = 8;

interface Round {
  readonly perSecond: number;
  readonly p99: number;
  readonly processorUs: number;
}

export const pagesBench: Bench = {
  name: "pages",
  summary: "the sign-in page, rendered, beside an empty page of Next",
  run: async (say) => {
    await ensureBuilt(say);
    say("building the empty page");
    await buildEmptyPage();
    const data = makeDataDirectory();
    pinLoad();
    const ours = await startServer(data.path, generousLimits);
    let empty: ServerProcess | undefined;
    try {
      await untilOk(ours, `${ours.url}/sign-in`);
      empty = await startScript("limit/empty-page.ts");
      await untilOk(empty, empty.url);
      for (const server of [ours, empty]) server.pinTo(0);
      say("warming up");
      await measure(ours, "/sign-in", warmUpMs);
      await measure(empty, "/", warmUpMs);
      const samples: { ours: Round; empty: Round }[] = [];
      for (let round = 1; round <= rounds; round++) {
        say(`round ${round} of ${rounds}`);
        samples.push({
          ours: await measure(ours, "/sign-in", roundMs),
          empty: await measure(empty, "/", roundMs),
        });
      }
      return [
        ...figuresOf(samples),
        figure("JavaScript of the sign-in page, gzip", "KB", [await scriptKb(`${ours.url}/sign-in`)]),
        figure("JavaScript of the empty page, gzip", "KB", [await scriptKb(empty.url)]),
      ];
    } finally {
      await empty?.stop();
      await ours.stop();
      data.remove();
    }
  },
};

function figuresOf(samples: readonly { readonly ours: Round; readonly empty: Round }[]) {
  const of = (which: "ours" | "empty", key: keyof Round) => samples.map((sample) => sample[which][key]);
  return [
    figure("pages a second, sign-in", "/s", of("ours", "perSecond")),
    figure("pages a second, empty", "/s", of("empty", "perSecond")),
    figure(
      "ratio of the two",
      "×",
      samples.map(({ ours, empty }) => ours.perSecond / empty.perSecond),
    ),
    figure("p99, sign-in", "ms", of("ours", "p99")),
    figure("p99, empty", "ms", of("empty", "p99")),
    figure("processor time of one, sign-in", "µs", of("ours", "processorUs")),
    figure("processor time of one, empty", "µs", of("empty", "processorUs")),
  ];
}

async function measure(server: ServerProcess, path: string, forMs: number): Promise<Round> {
  const callers = Array.from({ length: browsers }, () => openCaller(server.url));
  const before = server.processorMs();
  const { perSecond, p99, acts } = await drive(
    callers.map((caller) => () => caller.get(path)),
    forMs,
  );
  for (const caller of callers) caller.close();
  return { perSecond, p99, processorUs: ((server.processorMs() - before) * 1000) / acts };
}

async function buildEmptyPage(): Promise<void> {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: join(import.meta.dirname, "empty-page"),
    env: inheritEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: "ignore",
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error("the empty page could not be built");
}

/** What every browser loads; scripts for old ones (`nomodule`) are not among it. */
async function scriptKb(url: string): Promise<number> {
  const html = await (await fetch(url)).text();
  const tags = html.match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? "");
  const caller = openCaller(new URL(url).origin);
  let bytes = 0;
  for (const source of new Set(sources)) bytes += await caller.get(source);
  caller.close();
  return bytes / 1024;
}
