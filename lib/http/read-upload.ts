/** Takes bodies of some megabytes. They lie in memory whole: one at a time from each person or program, a few from all together. */
import type { Actor, Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { readBytes } from "./read-body.ts";

/** A sender who takes long keeps a place for as long as the server lets a request take. */
const mostAtOnce = 8;
const waitSeconds = 5;

/**
 * Runs `work` with the body; the place is kept until it has ended, since the bytes are in memory so long.
 * @throws DomainError UNAUTHENTICATED, RATE_LIMIT_EXCEEDED while another one of this sender is under way, SERVICE_UNAVAILABLE while too
 * many are, PAYLOAD_TOO_LARGE, INVALID_REQUEST
 */
export async function withUpload<T>(
  ctx: Pick<Context, "actor">,
  request: Request,
  maxBytes: number,
  work: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const underWay = processWide("http/uploads", () => new Set<string>());
  const sender = senderOf(ctx.actor);
  if (underWay.has(sender))
    throw new DomainError("RATE_LIMIT_EXCEEDED", {
      message: "Something else is being uploaded. Wait for its end.",
      retryAfterSeconds: waitSeconds,
    });
  if (underWay.size >= mostAtOnce)
    throw new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: waitSeconds });
  underWay.add(sender);
  try {
    return await work(await readBytes(request, maxBytes));
  } finally {
    underWay.delete(sender);
  }
}

function senderOf(actor: Actor): string {
  if (actor.type === "user") return actor.userId;
  if (actor.type === "api_key") return actor.keyId;
  throw new DomainError("UNAUTHENTICATED");
}
