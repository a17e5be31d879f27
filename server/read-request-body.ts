/** Reads a request's body whole, up to the limit that holds for both lanes; or leaves that to the endpoint. */
import type { IncomingMessage } from "node:http";
import { maxBodyBytes } from "#lib/http/read-body.ts";

/**
 * The body; `too_large` as soon as that is known (Node drains the rest within the request timeout, so that the
 * client can read the answer); `aborted` when the client went away.
 */
export async function readRequestBody(
  req: IncomingMessage,
  maxBytes = maxBodyBytes,
): Promise<Buffer | "too_large" | "aborted"> {
  if (Number(req.headers["content-length"] ?? 0) > maxBytes) return "too_large";
  const { promise, resolve } = Promise.withResolvers<Buffer | "too_large" | "aborted">();
  const chunks: Buffer[] = [];
  let length = 0;
  req.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > maxBytes) resolve("too_large");
    else chunks.push(chunk);
  });
  req.once("end", () => resolve(Buffer.concat(chunks)));
  req.once("error", () => resolve("aborted"));
  req.once("close", () => resolve("aborted"));
  return await promise;
}

/** The body as the endpoint reads it, and nothing of it before. `req` stays usable, so that the answer can be sent. */
export function streamRequestBody(req: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = req.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await chunks.return?.()),
    },
    { highWaterMark: 0 },
  );
}
