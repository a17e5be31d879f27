/** The schedule: what is cleaned up, and how often. */
import { deleteExpiredChallenges } from "#lib/passkeys/cleanup.ts";
import { deleteExpiredSessions } from "#lib/sessions/cleanup.ts";
import type { Job } from "./start-jobs.ts";

const minute = 60;
const hour = 3600;

export const scheduledJobs: readonly Job[] = [
  { name: "expired-challenges", everySeconds: minute, run: deleteExpiredChallenges },
  { name: "expired-sessions", everySeconds: hour, run: deleteExpiredSessions },
];
