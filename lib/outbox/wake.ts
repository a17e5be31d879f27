/** Tells this process's delivery that there is something to do, so that nobody waits for its next look. */
import { processWide } from "#lib/context/process-wide.ts";

const listeners = () => processWide("outbox-wake", () => new Set<() => void>());

/** The transaction that wrote the message has most probably ended by the first look, and surely by a later one. */
const looksAfterMs = [30, 300] as const;

/** Other instances, and a commit that takes longer, are left to the look that is made every few seconds. */
export function wakeDelivery(): void {
  for (const delay of looksAfterMs)
    setTimeout(() => {
      for (const listener of listeners()) listener();
    }, delay).unref();
}

/** Returns what ends it. */
export function onWake(listener: () => void): () => void {
  listeners().add(listener);
  return () => void listeners().delete(listener);
}
