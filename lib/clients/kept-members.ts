/** What only an administrator says of an app, and what therefore stays when the app says the rest anew. */
import type { ClientRow } from "#drizzle/schema/clients.ts";

const keptMembers = [
  "requireUserVerification",
  "requireDeviceBound",
  "maxAuthenticationAgeSeconds",
  "accessTokenLifetimeSeconds",
  "refreshTokenIdleSeconds",
  "refreshTokenMaxSeconds",
] as const satisfies readonly (keyof ClientRow)[];

export type KeptMembers = Pick<ClientRow, (typeof keptMembers)[number]>;

export function keptOf(before: ClientRow): KeptMembers {
  return Object.fromEntries(keptMembers.map((name) => [name, before[name]])) as unknown as KeptMembers;
}

export function isKeptMember(name: string): boolean {
  return keptMembers.some((kept) => kept === name);
}
