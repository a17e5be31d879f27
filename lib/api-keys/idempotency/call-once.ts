/**
 * A call that is repeated under one key is made once and answered each time: for programs that cannot know whether
 * their first try arrived (draft-ietf-httpapi-idempotency-key-header).
 */
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { open, seal } from "#lib/crypto/keyring.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { findCall, forgetCall, insertCall, keepAnswer } from "./store.ts";

export interface RepeatableCall {
  /** As the caller chose it. */
  readonly key: string;
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  /** The body as it was read; undefined without one. */
  readonly body: unknown;
}

export interface Answer {
  readonly data: unknown;
  readonly status: number;
}

/** So long an answer is kept. */
const keptMs = 86_400_000;

const answerSchema = z.object({ data: z.unknown() });

/**
 * Runs `make`, or tells what it answered when it was called with this key before. Refusals are not kept: nothing was
 * done, and what stood in the way may be gone at the next try.
 * @throws DomainError VALIDATION_ERROR for a malformed key, CONFLICT for one of another request or while the first
 * call with it is under way, and whatever `make` throws
 */
export async function callOnce<A extends Answer>(
  ctx: Context,
  call: RepeatableCall,
  make: () => Promise<A>,
): Promise<A | (Answer & { readonly replayed: true })> {
  if (!/^[\x21-\x7e]{1,255}$/.test(call.key))
    throw new DomainError("VALIDATION_ERROR", { fields: [malformed] });
  const callHash = sha256(`${callerOf(ctx)}\n${call.key}`);
  const requestHash = sha256(JSON.stringify([call.method, call.address, call.body ?? null]));
  const expiresAt = new Date(ctx.now.getTime() + keptMs);
  if (!(await insertCall(ctx.db, { callHash, requestHash, createdAt: ctx.now, expiresAt })))
    return await repeat(ctx, callHash, requestHash);
  let made: A;
  try {
    made = await make();
  } catch (error) {
    await forgetCall(ctx.db, callHash);
    throw error;
  }
  const text = JSON.stringify({ data: made.data });
  const answer = seal(ctx.keyring, Buffer.from(text), owner(callHash));
  await keepAnswer(ctx.db, callHash, { status: made.status, answer });
  return made;
}

const malformed = {
  path: "Idempotency-Key",
  message: "must be 1 to 255 visible ASCII characters, such as a UUID",
};

/** An answer opens only as that of its call. */
const owner = (callHash: Uint8Array) => `idempotent_calls/${Buffer.from(callHash).toString("hex")}`;

/** Nobody gets what somebody else was answered, whatever key they send. */
function callerOf({ actor }: Context): string {
  if (actor.type === "api_key") return `api_key/${actor.keyId}`;
  if (actor.type === "user") return `user/${actor.userId}`;
  throw new DomainError("UNAUTHENTICATED");
}

async function repeat(ctx: Context, callHash: Uint8Array, requestHash: Uint8Array) {
  const row = await findCall(ctx.db, callHash);
  if (row && !Buffer.from(row.requestHash).equals(requestHash))
    throw new DomainError("CONFLICT", {
      message: "This Idempotency-Key was sent with another request. Use a new key for a new request.",
    });
  if (!row?.answer || row.status === null)
    throw new DomainError("CONFLICT", {
      message:
        "The first call with this Idempotency-Key has not ended. Repeat it in a moment; if it stays so, look whether it was done before you call with a new key.",
    });
  const text = Buffer.from(open(ctx.keyring, row.answer, owner(callHash))).toString("utf8");
  const { data } = answerSchema.parse(JSON.parse(text));
  return { data, status: row.status, replayed: true } as const;
}
