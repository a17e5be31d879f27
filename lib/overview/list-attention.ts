/** What somebody should look at, as far as the caller may know of it. */
import type { Context } from "#lib/context/context.ts";
import { checkHealth } from "#lib/health/check-health.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import type { Permission } from "#lib/permissions/schema.ts";
import { listSigningKeys } from "#lib/signing-keys/list-signing-keys.ts";
import { keyTimesOf } from "#lib/signing-keys/load-signing-keys.ts";
import { currentPeopleFigures } from "./people-figures.ts";
import { type Attention, type AttentionKind, attentionKinds } from "./schema.ts";
import {
  countFailuresSince,
  countSuspectedClones,
  selectExpiringApiKeys,
  selectExpiringClients,
} from "./store.ts";

const dayMs = 86_400_000;
const mostCounted = 100;
const mostNamed = 5;
/** What ends within so long is told. */
const noticeMs = 14 * dayMs;
/** Keys change by themselves; who is a day late does not. */
const lateMs = dayMs;

type Look = (ctx: Context) => Promise<Attention[]>;

/** Each with what it takes to see it. */
const looks: readonly (readonly [readonly Permission[], Look])[] = [
  [["health.read"], unwellParts],
  [["users.read", "credentials.read"], peopleWithFewPasskeys],
  [["credentials.read"], suspectedClones],
  [["clients.read"], expiringSecrets],
  [["api_keys.read"], expiringApiKeys],
  [["signing_keys.read"], lateRotation],
  [["audit.read"], undelivered],
];

/** The most pressing first; nothing where all is well. */
export async function listAttention(ctx: Context): Promise<Attention[]> {
  const found = await Promise.all(
    looks.map(([needed, look]) =>
      needed.every((permission) => hasPermission(ctx, permission)) ? look(ctx) : [],
    ),
  );
  return found.flat().sort((a, b) => attentionKinds.indexOf(a.kind) - attentionKinds.indexOf(b.kind));
}

async function unwellParts(ctx: Context): Promise<Attention[]> {
  const { parts } = await checkHealth(ctx);
  return parts.filter(({ status }) => status !== "healthy").map(({ name }) => state(name));
}

async function peopleWithFewPasskeys(ctx: Context): Promise<Attention[]> {
  const { none, one } = await currentPeopleFigures(ctx);
  return [...counted("no_passkey", none), ...counted("one_passkey", one)];
}

async function suspectedClones({ db }: Context): Promise<Attention[]> {
  return capped("clone_suspected", await countSuspectedClones(db, mostCounted + 1));
}

async function expiringSecrets({ db, now }: Context): Promise<Attention[]> {
  const until = new Date(now.getTime() + noticeMs);
  return named("client_secrets", await selectExpiringClients(db, now, until, mostCounted + 1));
}

async function expiringApiKeys({ db, now }: Context): Promise<Attention[]> {
  const until = new Date(now.getTime() + noticeMs);
  return named("api_keys", await selectExpiringApiKeys(db, now, until, mostCounted + 1));
}

async function lateRotation(ctx: Context): Promise<Attention[]> {
  const due = ctx.now.getTime() - keyTimesOf(ctx).rotateAfterMs - lateMs;
  const late = (await listSigningKeys(ctx)).filter(
    ({ state: is, activatedAt }) => is === "active" && activatedAt !== null && activatedAt.getTime() < due,
  );
  return counted("key_rotation", late.length);
}

async function undelivered({ db, now }: Context): Promise<Attention[]> {
  const since = new Date(now.getTime() - 7 * dayMs);
  return capped("undelivered", await countFailuresSince(db, "outbox.given_up", since, mostCounted + 1));
}

function state(kind: AttentionKind): Attention {
  return { kind, count: null, more: false, named: [] };
}

function counted(kind: AttentionKind, count: number): Attention[] {
  return count === 0 ? [] : [{ kind, count, more: false, named: [] }];
}

/** Of a count that stopped one beyond the limit. */
function capped(kind: AttentionKind, count: number): Attention[] {
  return counted(kind, Math.min(count, mostCounted)).map((one) => ({ ...one, more: count > mostCounted }));
}

function named(kind: AttentionKind, found: readonly { id: string; name: string }[]): Attention[] {
  return capped(kind, found.length).map((one) => ({
    ...one,
    named: found.length > mostNamed ? [] : found.map(({ id, name }) => ({ id, name })),
  }));
}
