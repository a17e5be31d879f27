/** When a failed delivery is tried again, and when no more. */

export interface RetrySchedule {
  /** Between one attempt and the next; there is one attempt more than there are pauses. */
  readonly pausesSeconds: readonly number[];
  /** Nothing is tried after so much time since it was written. */
  readonly giveUpAfterSeconds: number;
}

const minute = 60;
const hour = 60 * minute;

/** Ten attempts within a day, however late each is: a short outage costs seconds, a long one is sat out. */
export const overADay: RetrySchedule = {
  pausesSeconds: [10, minute, 5 * minute, 30 * minute, 2 * hour, 4 * hour, 4 * hour, 4 * hour, 5 * hour],
  giveUpAfterSeconds: 24 * hour,
};

/** Attempts are up to a fifth earlier or later than planned: what failed together does not come back together. */
const jitter = 0.2;

/**
 * The time of the next attempt after `attempts` of them, or undefined: give up. `random` is from 0 to 1.
 */
export function nextAttempt(
  schedule: RetrySchedule,
  message: { readonly attempts: number; readonly createdAt: Date },
  now: Date,
  random: number,
): Date | undefined {
  const pause = schedule.pausesSeconds[message.attempts - 1];
  if (pause === undefined) return undefined;
  const next = now.getTime() + pause * 1000 * (1 + (2 * random - 1) * jitter);
  return next > lastMoment(schedule, message) ? undefined : new Date(next);
}

/** Whether a message has waited too long to be worth even one attempt. */
export function isTooLate(
  schedule: RetrySchedule,
  message: { readonly createdAt: Date },
  now: Date,
): boolean {
  return now.getTime() > lastMoment(schedule, message);
}

function lastMoment(
  { giveUpAfterSeconds }: RetrySchedule,
  { createdAt }: { readonly createdAt: Date },
): number {
  return createdAt.getTime() + giveUpAfterSeconds * 1000;
}
