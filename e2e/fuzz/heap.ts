/** Asks a process that was started with `--inspect` what is alive in it, once its collector has been through. */

/** In MiB. */
export interface HeapUse {
  /** What JavaScript still reaches. */
  readonly used: number;
  /** Buffers and what C++ objects say they hold. */
  readonly external: number;
  readonly resident: number;
}

/**
 * Whether the points, in their order, end where they were once the caches were filled: everything that is still
 * reached counts here, and nothing that the collector has only not come to yet.
 */
export function isHeapFlat(points: readonly HeapUse[]): boolean {
  const warm = points[Math.ceil(points.length / 4)];
  const end = points.at(-1);
  if (!warm || !end) return true;
  const total = ({ used, external }: HeapUse) => used + external;
  return total(end) <= total(warm) * (1 + allowedGrowth.share) + allowedGrowth.mebibytes;
}

const allowedGrowth = { share: 0.05, mebibytes: 1 };

export interface HeapProbe {
  /** Collects, then measures; the process stands still for some hundredths of a second. */
  measure(): Promise<HeapUse>;
  close(): void;
}

interface Reply {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** `output` is what the process has written: it names the address of its inspector there. */
export async function probeHeap(output: string): Promise<HeapProbe> {
  const address = /Debugger listening on (ws:\/\/\S+)/.exec(output)?.[1];
  if (address === undefined) throw new Error("the process has no inspector");
  const socket = new WebSocket(address);
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener("message", ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  const opened = Promise.withResolvers<void>();
  socket.addEventListener("open", () => opened.resolve());
  socket.addEventListener("error", () => opened.reject(new Error(`no inspector answers at ${address}`)));
  await opened.promise;
  let calls = 0;
  const call = async (method: string, params: object = {}): Promise<Reply> => {
    calls += 1;
    const id = calls;
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
    const reply = await promise;
    waiting.delete(id);
    if (reply.error) throw new Error(`${method}: ${reply.error.message}`);
    return reply;
  };
  return {
    measure: async () => {
      // Twice: the first pass queues finalizers, the second takes what those let go.
      await call("HeapProfiler.collectGarbage");
      await call("HeapProfiler.collectGarbage");
      const { result } = await call("Runtime.evaluate", {
        expression: "process.memoryUsage()",
        returnByValue: true,
      });
      if (!result?.result?.value) throw new Error("the process does not tell its memory");
      const { heapUsed, external, rss } = result.result.value as NodeJS.MemoryUsage;
      const mebibytes = (bytes: number) => bytes / 2 ** 20;
      return { used: mebibytes(heapUsed), external: mebibytes(external), resident: mebibytes(rss) };
    },
    close: () => socket.close(),
  };
}
