/** Delivers what is due, outside any transaction: at least once, each message by one instance at a time. */
import { setTimeout as sleep } from "node:timers/promises";
import type { OutboxKind } from "#drizzle/schema/outbox.ts";
import type { Runtime } from "#lib/context/context.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import type { Deliverers, DeliveryRound } from "./deliverer.ts";
import { claimDueMessage } from "./store.ts";

/** Beyond the longest attempt: for writing down how it ended. */
const leaseMarginMs = 30_000;
/** While slow ones are under way it looks for others this often. */
const lookAgainMs = 1_000;

/** Goes on until nothing is due and nothing under way. The number of attempts made. */
export async function deliverDueMessages(
  runtime: Runtime,
  deliverers: Deliverers,
  round: DeliveryRound,
): Promise<number> {
  const kinds = Object.keys(deliverers) as OutboxKind[];
  const leaseMs = leaseMarginMs + Math.max(...kinds.map((kind) => deliverers[kind]?.timeoutMs ?? 0));
  const underWay = new Map<Promise<void>, OutboxKind>();
  let attempts = 0;
  try {
    while (!round.signal.aborted) {
      const free = kinds.filter((kind) => count(underWay, kind) < (deliverers[kind]?.atOnce ?? 0));
      const message = await claim(runtime, free, round.now(), leaseMs);
      if (message) {
        attempts += 1;
        const attempt: Promise<void> = attemptDelivery(runtime, deliverers, message, round).finally(() =>
          underWay.delete(attempt),
        );
        underWay.set(attempt, message.kind);
      } else if (underWay.size > 0) {
        await Promise.race([...underWay.keys(), sleep(lookAgainMs, undefined, { ref: false })]);
      } else break;
    }
  } finally {
    // Also when the database is away: those under way are this round's to wait for.
    await Promise.all(underWay.keys());
  }
  return attempts;
}

async function claim(runtime: Runtime, kinds: readonly OutboxKind[], now: Date, leaseMs: number) {
  if (kinds.length === 0) return undefined;
  return await claimDueMessage(runtime.db, { kinds, now, leaseUntil: new Date(now.getTime() + leaseMs) });
}

function count(underWay: ReadonlyMap<Promise<void>, OutboxKind>, kind: OutboxKind): number {
  return [...underWay.values()].filter((other) => other === kind).length;
}
