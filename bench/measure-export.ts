/** Takes a file along as a browser does, and watches the server's memory while it is written. */
import { type Figure, figure } from "./bench.ts";
import type { ServerProcess } from "./server-process.ts";

const everyMs = 250;

/**
 * The highest in each half of the time: what grows with the file would be higher in the second.
 * @throws Error for a file that is not there, or one of fewer lines
 */
export async function measureExport(
  server: ServerProcess,
  { name, path, cookie, lines }: { name: string; path: string; cookie: string; lines: number },
): Promise<Figure[]> {
  const before = server.residentMb();
  const samples: number[] = [];
  const watch = setInterval(() => samples.push(server.residentMb()), everyMs);
  const startedAt = performance.now();
  let [size, found] = [0, 0];
  try {
    const response = await fetch(server.url + path, { headers: { cookie } });
    if (response.status !== 200 || response.body === null)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    for await (const chunk of response.body) {
      size += chunk.length;
      for (const byte of chunk) if (byte === 10) found += 1;
    }
  } finally {
    clearInterval(watch);
  }
  if (found < lines) throw new Error(`${path} had ${found} lines of ${lines}`);
  const middle = samples.length >> 1;
  return [
    figure(`${name}, the whole of it`, "ms", [performance.now() - startedAt]),
    figure(`${name}, size`, "MB", [size / 1024 / 1024]),
    figure(`${name}, memory of Node before`, "MB", [before]),
    figure(`${name}, highest in the first half`, "MB", [Math.max(...samples.slice(0, middle))]),
    figure(`${name}, highest in the second half`, "MB", [Math.max(...samples.slice(middle))]),
  ];
}
