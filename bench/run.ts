/**
 * `npm run bench [-- NAME…] [--json FILE] [--scale SHARE]`: runs the named benches, or all, and prints a table each.
 * `--scale 0.1` fills in a tenth of the rows, to see that a bench runs; its figures are no others' to compare with.
 */
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { administrationBench } from "./administration.ts";
import { type Bench, type Figure, table } from "./bench.ts";
import { growthBench } from "./growth.ts";
import { pagesBench } from "./pages.ts";
import { signInBench } from "./sign-in.ts";
import { startBench } from "./start.ts";

const benches: readonly Bench[] = [startBench, signInBench, pagesBench, growthBench, administrationBench];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, scale: { type: "string", default: "1" } },
});
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`There is no bench '${unknown.join("', '")}'. There are:`);
  for (const bench of benches) console.error(`  ${bench.name}  ${bench.summary}`);
  process.exit(2);
}

const scale = Number(values.scale);
if (!(scale > 0 && scale <= 1)) {
  console.error("--scale must be a number above 0 and up to 1.");
  process.exit(2);
}

const results: Record<string, readonly Figure[]> = {};
for (const bench of benches) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  console.log(`\n${bench.name}: ${bench.summary}`);
  const figures = await bench.run((line) => console.error(`  ${line}`), scale);
  results[bench.name] = figures;
  console.log(`\n${table(figures)}`);
}

if (values.json !== undefined) {
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model,
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    node: process.version,
  };
  writeFileSync(values.json, `${JSON.stringify({ machine, results }, undefined, 2)}\n`);
}
