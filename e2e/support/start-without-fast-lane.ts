/** The real server with an empty fast lane: Next answers every endpoint, as the same protocol tests must see. */
import { isBuilt } from "#server/build-stamp.ts";
import { run } from "#server/run.ts";

await run({ fastLane: {}, development: false, built: isBuilt() });
