/** Decides what is due with the keys of one algorithm. Pure: the same rows and the same time give the same plan. */
import type { SigningKeyRow } from "#drizzle/schema/signing-keys.ts";
import type { KeyTimes } from "./key-times.ts";

export type PlannedKey = Pick<
  SigningKeyRow,
  "kid" | "state" | "createdAt" | "activatedAt" | "rotationRequestedAt" | "retiringAt"
>;

export type RotationStep =
  /** The successor takes over; `retiring` is the key that signed so far, if there was one. */
  | { readonly kind: "activate"; readonly kid: string; readonly retiring: string | undefined }
  /** Nothing that it signed is alive any more. */
  | { readonly kind: "retire"; readonly kid: string }
  /** A successor is published long before it is needed, so that a change never has to wait for it. */
  | { readonly kind: "create" };

/** Steps in the order in which they must be taken; applied at `now`, a second plan at `now` is empty. */
export function planRotation(
  keys: readonly PlannedKey[],
  now: Date,
  times: Pick<KeyTimes, "rotateAfterMs" | "publishBeforeMs" | "keepAfterMs">,
): RotationStep[] {
  // The first key of an algorithm is made at the start.
  if (keys.length === 0) return [];
  const steps: RotationStep[] = [];
  for (const key of keys) {
    if (key.state === "retiring" && isPast(key.retiringAt, times.keepAfterMs, now))
      steps.push({ kind: "retire", kid: key.kid });
  }
  const next = keys.find(({ state }) => state === "next");
  const active = keys.find(({ state }) => state === "active");
  const takesOver =
    next !== undefined && isPast(next.createdAt, times.publishBeforeMs, now) && isDue(active, now, times);
  if (takesOver) steps.push({ kind: "activate", kid: next.kid, retiring: active?.kid });
  if (takesOver || next === undefined) steps.push({ kind: "create" });
  return steps;
}

/** When the successor may sign. */
export function readyAt(next: Pick<PlannedKey, "createdAt">, times: Pick<KeyTimes, "publishBeforeMs">): Date {
  return new Date(next.createdAt.getTime() + times.publishBeforeMs);
}

/** When the successor takes over from the key that signs; undefined where there is none yet. */
export function rotatesAt(
  active: Pick<PlannedKey, "activatedAt" | "rotationRequestedAt">,
  next: Pick<PlannedKey, "createdAt"> | undefined,
  times: Pick<KeyTimes, "rotateAfterMs" | "publishBeforeMs">,
): Date | undefined {
  if (!next) return undefined;
  const ready = readyAt(next, times).getTime();
  const due = active.rotationRequestedAt ? 0 : (active.activatedAt?.getTime() ?? 0) + times.rotateAfterMs;
  return new Date(Math.max(ready, due));
}

function isDue(
  active: PlannedKey | undefined,
  now: Date,
  { rotateAfterMs }: Pick<KeyTimes, "rotateAfterMs">,
) {
  if (!active || active.rotationRequestedAt !== null) return true;
  return isPast(active.activatedAt, rotateAfterMs, now);
}

function isPast(since: Date | null, afterMs: number, now: Date): boolean {
  return since !== null && now.getTime() >= since.getTime() + afterMs;
}
