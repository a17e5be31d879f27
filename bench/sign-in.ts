/** A whole sign-in against the running server, beside the least that one can cost on this machine. */
import type { SoftwareAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type Bench, figure } from "./bench.ts";
import { drive, openCaller } from "./load.ts";
import { generousLimits, signInBy, signUp } from "./people.ts";
import {
  ensureBuilt,
  makeDataDirectory,
  pinLoad,
  type ServerProcess,
  startScript,
  startServer,
  untilOk,
} from "./server-process.ts";

const rounds = 7;
const roundMs = 3_000;
const warmUpMs = 4_000;
const people = 16;

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the server's core for one sign-in. */
  readonly processorUs: number;
  /** How much of its core the server had to do with; where it is far below 1, something else was the limit. */
  readonly busy: number;
}

export const signInBench: Bench = {
  name: "sign-in",
  summary: "begin + complete with an ES256 passkey, beside bare node:http with the same SQL and verification",
  run: async (say) => {
    await ensureBuilt(say);
    const data = makeDataDirectory();
    pinLoad();
    const ours = await startServer(data.path, generousLimits);
    let limit: ServerProcess | undefined;
    try {
      await untilOk(ours, `${ours.url}/api/v1/health`);
      limit = await startScript("limit/sign-in.ts", data.path, ours.url);
      await untilOk(limit, limit.url);
      for (const server of [ours, limit]) server.pinTo(0);
      say(`signing ${people} people up`);
      const authenticators: SoftwareAuthenticator[] = [];
      for (let index = 0; index < people; index++)
        authenticators.push(await signUp(ours.url, `person${index}@example.com`));
      const roundOf = (server: ServerProcess, forMs: number) => measure(server, authenticators, forMs);
      say("warming up");
      for (const server of [ours, limit]) await roundOf(server, warmUpMs);
      const samples: { ours: Round; limit: Round }[] = [];
      for (let round = 1; round <= rounds; round++) {
        say(`round ${round} of ${rounds}`);
        samples.push({ ours: await roundOf(ours, roundMs), limit: await roundOf(limit, roundMs) });
      }
      return figuresOf(samples);
    } finally {
      await limit?.stop();
      await ours.stop();
      data.remove();
    }
  },
};

async function measure(
  server: ServerProcess,
  authenticators: readonly SoftwareAuthenticator[],
  forMs: number,
): Promise<Round> {
  const callers = authenticators.map(() => openCaller(server.url));
  const acts = callers.flatMap((caller, index) => {
    const authenticator = authenticators[index];
    return authenticator ? [signInBy(caller, authenticator)] : [];
  });
  const before = server.processorMs();
  const startedAt = performance.now();
  const { perSecond, acts: done, p50, p99 } = await drive(acts, forMs);
  const spent = server.processorMs() - before;
  const busy = spent / (performance.now() - startedAt);
  for (const caller of callers) caller.close();
  return { perSecond, p50, p99, processorUs: (spent * 1000) / done, busy };
}

function figuresOf(samples: readonly { readonly ours: Round; readonly limit: Round }[]) {
  const of = (which: "ours" | "limit", key: keyof Round) => samples.map((sample) => sample[which][key]);
  const ratio = (over: (sample: { ours: Round; limit: Round }) => number) => samples.map(over);
  return [
    figure("sign-ins a second, Latchkey", "/s", of("ours", "perSecond")),
    figure("sign-ins a second, limit", "/s", of("limit", "perSecond")),
    figure(
      "ratio of the two",
      "×",
      ratio(({ ours, limit }) => ours.perSecond / limit.perSecond),
    ),
    figure("p50, Latchkey", "ms", of("ours", "p50")),
    figure("p50, limit", "ms", of("limit", "p50")),
    figure("p99, Latchkey", "ms", of("ours", "p99")),
    figure("p99, limit", "ms", of("limit", "p99")),
    figure("processor time of one, Latchkey", "µs", of("ours", "processorUs")),
    figure("processor time of one, limit", "µs", of("limit", "processorUs")),
    figure(
      "ratio of these",
      "×",
      ratio(({ ours, limit }) => limit.processorUs / ours.processorUs),
    ),
    figure("server busy, Latchkey", "×", of("ours", "busy")),
    figure("server busy, limit", "×", of("limit", "busy")),
  ];
}
