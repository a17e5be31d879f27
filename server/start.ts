/** The only entry: `npm start`, and with `--dev` `npm run dev`. */
import { fastLane } from "./fast-lane.ts";
import { run } from "./run.ts";

await run({ fastLane, development: process.argv.includes("--dev") });
