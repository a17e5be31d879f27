/** Load from this process: calls over connections that stay open, timed one by one. */
import { Agent, request } from "node:http";

export interface Caller {
  readonly post: (path: string, body: unknown) => Promise<unknown>;
  /** How many bytes the body had on the wire, compressed where the server does. */
  readonly get: (path: string) => Promise<number>;
  readonly close: () => void;
}

/** One browser: one connection. @throws Error for anything but 200 */
export function openCaller(url: string): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    post: async (path, body) => JSON.parse((await send(agent, url + path, JSON.stringify(body))).toString()),
    get: async (path) => (await send(agent, url + path)).length,
    close: () => agent.destroy(),
  };
}

function send(agent: Agent, url: string, body?: string): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const headers = {
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) bench",
    ...(body === undefined
      ? { "accept-encoding": "gzip" }
      : {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          origin: new URL(url).origin,
        }),
  };
  const method = body === undefined ? "GET" : "POST";
  const call = request(url, { agent, method, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("end", () => {
      const bytes = Buffer.concat(chunks);
      if (response.statusCode === 200) resolve(bytes);
      else reject(new Error(`${url} answered ${response.statusCode}: ${bytes}`));
    });
    response.on("error", reject);
  });
  call.on("error", reject);
  call.end(body);
  return promise;
}

export interface Drive {
  /** Finished acts in a second. */
  readonly perSecond: number;
  readonly acts: number;
  /** Of one act, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Lets every act repeat itself for so long, all of them beside each other, each waiting for its own answer. */
export async function drive(acts: readonly (() => Promise<unknown>)[], forMs: number): Promise<Drive> {
  const times: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + forMs;
  await Promise.all(
    acts.map(async (act) => {
      for (let at = performance.now(); at < endsAt; ) {
        await act();
        const now = performance.now();
        times.push(now - at);
        at = now;
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((left, right) => left - right);
  const quantile = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { perSecond: times.length / seconds, acts: times.length, p50: quantile(0.5), p99: quantile(0.99) };
}
