/** What a room brings along to have its kind of message delivered; `lib/jobs` puts them together. */
import type { OutboxKind } from "#drizzle/schema/outbox.ts";
import type { Runtime } from "#lib/context/context.ts";
import type { RetrySchedule } from "./retry-schedule.ts";
import type { PayloadOf } from "./schema.ts";

export interface Deliverer<K extends OutboxKind> {
  /**
   * Resolves when the message has arrived; it may have arrived before. @throws DeliveryRefusal to say why it has not,
   * anything else for the unforeseen
   */
  readonly deliver: (runtime: Runtime, payload: PayloadOf<K>, signal: AbortSignal) => Promise<void>;
  readonly schedule: RetrySchedule;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** How many of the kind one instance has under way: those that hang are not in the way of other kinds. */
  readonly atOnce: number;
}

/** Kinds without a deliverer stay where they are. */
export type Deliverers = { readonly [K in OutboxKind]?: Deliverer<K> };

export interface DeliveryRound {
  readonly now: () => Date;
  /** Aborted: nothing more is taken on, and what is under way has two seconds left. */
  readonly signal: AbortSignal;
}
