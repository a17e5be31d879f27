/** One attempt at one message, and what is written down of it. */
import type { OutboxKind } from "#drizzle/schema/outbox.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import type { Deliverer, Deliverers, DeliveryRound } from "./deliverer.ts";
import { DeliveryRefusal, summaryOf } from "./delivery-refusal.ts";
import { isTooLate, nextAttempt } from "./retry-schedule.ts";
import { type PayloadOf, payloadSchemas } from "./schema.ts";
import { type Envelope, openPayload } from "./seal-payload.ts";
import { type ClaimedMessage, settleAttempt } from "./store.ts";

/** What an attempt has left once the program stops. */
const graceMs = 2_000;

/** Never throws: what cannot be written down is logged, and the message comes back when its lease has run out. */
export async function attemptDelivery(
  runtime: Runtime,
  deliverers: Deliverers,
  message: ClaimedMessage,
  round: DeliveryRound,
): Promise<void> {
  try {
    const deliverer = deliverers[message.kind] as Deliverer<OutboxKind> | undefined;
    if (deliverer) await attempt(runtime, deliverer, message, round);
  } catch (error) {
    runtime.log.error({ err: error, ...factsOf(message) }, "the outcome of a delivery was not written down");
  }
}

async function attempt(
  runtime: Runtime,
  deliverer: Deliverer<OutboxKind>,
  message: ClaimedMessage,
  { now, signal }: DeliveryRound,
): Promise<void> {
  const letter = open(runtime, message);
  if (!letter) return await giveUp(runtime, message, now(), { summary: "unreadable" });
  if (isTooLate(deliverer.schedule, message, now()))
    return await giveUp(runtime, message, now(), { summary: "too late", letter });
  try {
    const payload = parsePayload(message.kind, letter.payload);
    await withinLimits(deliverer.timeoutMs, signal, (limit) => deliverer.deliver(runtime, payload, limit));
  } catch (error) {
    return await settleFailure(runtime, deliverer, { message, letter, error, now: now(), signal });
  }
  await settleAttempt(runtime.db, message, { deliveredAt: now(), lastError: null });
}

/** While instances are updated one after the other, an old one may come by what a new one wrote: that can wait. */
function parsePayload(kind: OutboxKind, payload: unknown): PayloadOf<OutboxKind> {
  const parsed = payloadSchemas[kind].safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new DeliveryRefusal("its form is none that this version knows", "unknown form");
}

/** Undefined for a row that was altered, moved, or sealed with a key that is gone. */
function open(runtime: Runtime, message: ClaimedMessage): Envelope | undefined {
  try {
    return openPayload(runtime.keyring, message);
  } catch (cause) {
    runtime.log.error({ err: cause, ...factsOf(message) }, "a message of the outbox does not open");
    return undefined;
  }
}

/** Runs `deliver` until it ends, the time is over, or the program has been stopping for two seconds. */
async function withinLimits(
  timeoutMs: number,
  stopping: AbortSignal,
  deliver: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const limit = new AbortController();
  const { promise: over, reject } = Promise.withResolvers<never>();
  const end = (why: Error) => {
    reject(why);
    limit.abort(why);
  };
  const timeout = setTimeout(() => end(new DeliveryRefusal("no end in time", "timed out")), timeoutMs);
  let grace: NodeJS.Timeout | undefined;
  const stop = () => {
    grace = setTimeout(() => end(new Interrupted()), graceMs);
  };
  stopping.addEventListener("abort", stop, { once: true });
  if (stopping.aborted) stop();
  try {
    await Promise.race([deliver(limit.signal), over]);
  } finally {
    clearTimeout(timeout);
    clearTimeout(grace);
    stopping.removeEventListener("abort", stop);
  }
}

class Interrupted extends Error {
  override readonly name = "Interrupted";
}

interface Failure {
  readonly message: ClaimedMessage;
  readonly letter: Envelope;
  readonly error: unknown;
  readonly now: Date;
  readonly signal: AbortSignal;
}

async function settleFailure(
  runtime: Runtime,
  deliverer: Deliverer<OutboxKind>,
  { message, letter, error, now, signal }: Failure,
): Promise<void> {
  // Given back at once: another instance, or the next start, goes on.
  if (signal.aborted && error instanceof Interrupted)
    return void (await settleAttempt(runtime.db, message, { availableAt: now }));
  const summary = summaryOf(error);
  const isPermanent = error instanceof DeliveryRefusal && error.isPermanent;
  const next = isPermanent ? undefined : nextAttempt(deliverer.schedule, message, now, Math.random());
  const cause = error instanceof DeliveryRefusal ? { reason: error.message } : { err: error };
  runtime.log.warn({ ...factsOf(message), ...cause, next }, "a delivery failed");
  if (next) await settleAttempt(runtime.db, message, { availableAt: next, lastError: summary });
  else await giveUp(runtime, message, now, { summary, letter });
}

async function giveUp(
  runtime: Runtime,
  message: ClaimedMessage,
  now: Date,
  { summary, letter }: { readonly summary: string; readonly letter?: Envelope },
): Promise<void> {
  const ctx = { ...localContext(runtime, { type: "system", name: "outbox" }), now };
  await runtime.db.transaction(async (tx) => {
    if (!(await settleAttempt(tx, message, { failedAt: now, lastError: summary }))) return;
    await appendAuditEvent(ctx, tx, {
      action: "outbox.given_up",
      outcome: "failure",
      reason: summary,
      ...(letter?.subjectUserId ? { subjectUserId: letter.subjectUserId } : {}),
      details: { message: message.id, kind: message.kind, attempts: message.attempts, ...purposeOf(letter) },
    });
  });
}

function purposeOf(letter: Envelope | undefined): { readonly purpose?: string } {
  const { message, purpose } = (letter?.payload ?? {}) as Record<string, unknown>;
  const told = (message as { readonly template?: unknown } | undefined)?.template ?? purpose;
  return typeof told === "string" ? { purpose: told.slice(0, 64) } : {};
}

function factsOf({ id, kind, attempts }: ClaimedMessage) {
  return { messageId: id, kind, attempts };
}
