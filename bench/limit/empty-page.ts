/** Serves the empty page as the program serves its own: Next behind a node:http server. `node empty-page.ts PORT`. */
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { setProcessMode } from "#lib/config/process-mode.ts";

setProcessMode("production");
const app = next({ dir: join(import.meta.dirname, "../empty-page"), dev: false });
await app.prepare();
const handler = app.getRequestHandler();
createServer((req, res) => void handler(req, res)).listen(Number(process.argv[2]));
