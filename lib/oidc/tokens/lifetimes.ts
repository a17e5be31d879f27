/** How long tokens live, in seconds. */
import type { ClientRow } from "#drizzle/schema/clients.ts";

export const accessTokenLifetimeSeconds = 3600;
export const idTokenLifetimeSeconds = 3600;

/** Since the last rotation, and since the person signed in. */
const refreshTokenIdleSeconds = 30 * 86_400;
const refreshTokenMaxSeconds = 180 * 86_400;

export function accessTokenExpiry(client: ClientRow, now: Date): Date {
  return after(now, client.accessTokenLifetimeSeconds ?? accessTokenLifetimeSeconds);
}

/** When a whole family of refresh tokens ends, however often it rotates. */
export function familyExpiry(client: ClientRow, now: Date): Date {
  return after(now, client.refreshTokenMaxSeconds ?? refreshTokenMaxSeconds);
}

/** When a refresh token ends that nobody uses; never later than its family. */
export function refreshTokenExpiry(client: ClientRow, now: Date, familyExpiresAt?: Date): Date {
  const idle = after(now, client.refreshTokenIdleSeconds ?? refreshTokenIdleSeconds);
  return familyExpiresAt !== undefined && familyExpiresAt.getTime() < idle.getTime() ? familyExpiresAt : idle;
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
