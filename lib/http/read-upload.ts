/** Takes bodies of some megabytes. They lie in memory whole: one at a time from each person, a few from all together. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { SignedInContext } from "./define-route.ts";
import { readBytes } from "./read-body.ts";

/** A sender who takes long keeps a place for as long as the server lets a request take. */
const mostAtOnce = 8;
const waitSeconds = 5;

/**
 * Runs `work` with the body; the place is kept until it has ended, since the bytes are in memory so long.
 * @throws DomainError RATE_LIMIT_EXCEEDED while another one of this person is under way, SERVICE_UNAVAILABLE while too
 * many are, PAYLOAD_TOO_LARGE, INVALID_REQUEST
 */
export async function withUpload<T>(
  ctx: SignedInContext,
  request: Request,
  maxBytes: number,
  work: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const underWay = processWide("http/uploads", () => new Set<UserId>());
  const { userId } = ctx.actor;
  if (underWay.has(userId))
    throw new DomainError("RATE_LIMIT_EXCEEDED", {
      message: "Something else is being uploaded. Wait for its end.",
      retryAfterSeconds: waitSeconds,
    });
  if (underWay.size >= mostAtOnce)
    throw new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: waitSeconds });
  underWay.add(userId);
  try {
    return await work(await readBytes(request, maxBytes));
  } finally {
    underWay.delete(userId);
  }
}
