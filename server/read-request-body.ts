/** Reads a request's body whole, up to the limit that holds for both lanes. */
import type { IncomingMessage } from "node:http";
import { maxBodyBytes } from "#lib/http/read-body.ts";

/**
 * The body; `too_large` as soon as that is known (Node drains the rest within the request timeout, so that the
 * client can read the answer); `aborted` when the client went away.
 */
export async function readRequestBody(req: IncomingMessage): Promise<Buffer | "too_large" | "aborted"> {
  if (Number(req.headers["content-length"] ?? 0) > maxBodyBytes) return "too_large";
  const { promise, resolve } = Promise.withResolvers<Buffer | "too_large" | "aborted">();
  const chunks: Buffer[] = [];
  let length = 0;
  req.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > maxBodyBytes) resolve("too_large");
    else chunks.push(chunk);
  });
  req.once("end", () => resolve(Buffer.concat(chunks)));
  req.once("error", () => resolve("aborted"));
  req.once("close", () => resolve("aborted"));
  return await promise;
}
