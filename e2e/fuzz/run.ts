/**
 * `npm run fuzz -- api [--count N] [--seed N] [--seconds N]`: every operation of the API, held against its description.
 * `npm run fuzz -- webauthn [--count N] [--seed N] [--seconds N]`: the real server against altered responses, first as
 * it comes, then where it trusts one manufacturer alone. Ends with tables, the server's memory, and 1 when anything
 * was accepted that must not be.
 */
import { parseArgs } from "node:util";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { type HeapUse, isHeapFlat, probeHeap } from "./heap.ts";
import { judgeMemory, watchMemory } from "./memory.ts";
import { runApi } from "./run-api.ts";
import { type Manufacturer, startTrustingServer } from "./trusting-server.ts";
import { fuzzWebauthn } from "./webauthn.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    seconds: { type: "string", default: "1800" },
    concurrency: { type: "string", default: "16" },
  },
});
const [what = ""] = positionals;
/** Of altered passkey responses three in a hundred are unaltered, to see that honest ones still pass. */
const counts = new Map([
  ["webauthn", 105_000],
  ["api", 10_000],
]);
const wanted = {
  count: Number(values.count ?? counts.get(what)),
  seed: Number(values.seed),
  seconds: Number(values.seconds),
  concurrency: Number(values.concurrency),
};
if (positionals.length !== 1 || !Object.values(wanted).every(Number.isSafeInteger)) {
  console.error("Usage: npm run fuzz -- webauthn|api [--count N] [--seed N] [--seconds N] [--concurrency N]");
  process.exit(2);
}

/** As `npm start` has it, and with an inspector on the loopback address, which tells what is alive in the heap. */
const nodeArguments = ["--max-semi-space-size=4", "--inspect=127.0.0.1:0"];
const heapPoints = 10;

/** True when every answer was a right one and the memory stayed flat. */
async function attack(
  latchkey: LatchkeyProcess,
  part: { readonly title: string; readonly share: number; readonly manufacturer?: Manufacturer },
): Promise<boolean> {
  const count = Math.round(wanted.count * part.share);
  console.log(`\n── ${part.title}: ${count} responses, seed ${wanted.seed}`);
  const memory = watchMemory(latchkey.pid, 1000);
  const probe = await probeHeap(latchkey.output());
  const measured: Promise<{ readonly after: number; readonly use: HeapUse }>[] = [];
  const measure = (after: number) => measured.push(probe.measure().then((use) => ({ after, use })));
  const pause = Math.max(1000, Math.round(count / heapPoints / 1000) * 1000);
  const { tally, seconds } = await fuzzWebauthn({
    ...wanted,
    baseUrl: latchkey.baseUrl,
    count,
    maxSeconds: wanted.seconds * part.share,
    ...(part.manufacturer ? { manufacturer: part.manufacturer } : {}),
    onProgress: (done) => {
      if (done % 10_000 === 0) console.log(`${done} sent`);
      if (done % pause === 0) measure(done);
    },
  });
  memory.stop();
  measure(tally.total);
  const points = await Promise.all(measured);
  probe.close();
  console.log(`\n${tally.table()}\n`);
  for (const { row, why, status, answer, body } of tally.violations.slice(0, 20))
    console.log(`✗ ${row}: ${why} (${status})\n  ${answer}\n  ${body}`);
  const flat = [reportMemory(memory.samples), reportHeap(points)].every(Boolean);
  const complete = tally.total >= count;
  const ending = complete ? "" : ", ended early";
  console.log(
    `${tally.total} sent in ${seconds.toFixed(0)} s, ${tally.violations.length} violations${ending}`,
  );
  return tally.violations.length === 0 && flat && complete;
}

function reportMemory(samples: readonly number[]): boolean {
  const verdict = judgeMemory(samples);
  if (!verdict) {
    console.log("memory: not measured (too short a run, or no /proc)");
    return true;
  }
  const mebibytes = (value: number) => `${value.toFixed(0)} MiB`;
  const { first, warm, end, last, peak, flat } = verdict;
  console.log(
    `memory: first ${mebibytes(first)}, warm ${mebibytes(warm)}, at the end ${mebibytes(end)}, ` +
      `last ${mebibytes(last)}, peak ${mebibytes(peak)}`,
  );
  console.log(flat ? "memory stayed flat" : "✗ memory grew");
  return flat;
}

function reportHeap(points: readonly { readonly after: number; readonly use: HeapUse }[]): boolean {
  console.log("\nafter a collection, in MiB\n  responses  heap used  external  resident");
  for (const { after, use } of points) {
    const cells = [use.used, use.external, use.resident].map((value) => value.toFixed(1).padStart(10));
    console.log(`${String(after).padStart(11)} ${cells.join("")}`);
  }
  const flat = isHeapFlat(points.map(({ use }) => use));
  console.log(flat ? "the heap stayed flat" : "✗ the heap grew");
  return flat;
}

async function attackCeremonies(): Promise<boolean> {
  const plain = await startLatchkey({ nodeArguments });
  const withstood = await attack(plain, { title: "as it comes", share: 0.75 }).finally(() => plain.stop());
  const { latchkey, manufacturer, stop } = await startTrustingServer(nodeArguments);
  const part = { title: "trusting one manufacturer", share: 0.25, manufacturer };
  return (await attack(latchkey, part).finally(stop)) && withstood;
}

process.exitCode = (await (what === "api" ? runApi(wanted) : attackCeremonies())) ? 0 : 1;
