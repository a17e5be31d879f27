/** Everything that is known of a person, for themselves, as one JSON document (GDPR article 20). */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { listGrants } from "#lib/grants/list-grants.ts";
import { selectClaims } from "#lib/groups/claims/store.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import { findUser } from "#lib/users/store.ts";
import { describeRecoveryCodes } from "../recovery/describe-recovery-codes.ts";
import { describeOwnEvent } from "./describe-own-event.ts";
import {
  selectMadeInvitations,
  selectManagedGroups,
  selectOwnApiKeys,
  selectOwnEvents,
  selectOwnGroups,
  selectOwnSessions,
  selectPasskeys,
  selectPendingEmail,
  selectPicture,
  selectPlaces,
  selectUsedInvitations,
} from "./store.ts";

export interface OwnDataExport {
  readonly filename: string;
  /** The document in pieces; it may be long. */
  readonly pieces: AsyncGenerator<string>;
}

/** Of events that are read at once. */
const pageSize = 500;

/**
 * After a passkey of the last minutes: it is all that a thief of a session could want. Written down before it begins.
 * @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, RATE_LIMIT_EXCEEDED
 */
export async function exportOwnData(ctx: Context): Promise<OwnDataExport> {
  await takePoint(ctx, "export");
  return await auditRefusal(ctx, "data.exported", async () => {
    const { userId } = checkStepUp(ctx);
    await appendAuditEvent(ctx, ctx.db, {
      action: "data.exported",
      outcome: "success",
      subjectUserId: userId,
    });
    const day = ctx.now.toISOString().slice(0, 10);
    return { filename: `${ctx.config.rpId}-my-data-${day}.json`, pieces: write(ctx, userId) };
  });
}

async function* write(ctx: Context, userId: UserId): AsyncGenerator<string> {
  const whole = JSON.stringify(await readWhole(ctx, userId), null, 2);
  // The last member is the one that may be long.
  yield `${whole.slice(0, -2)},\n  "activity": [`;
  let separator = "\n    ";
  for await (const event of readEvents(ctx, userId)) {
    yield separator + JSON.stringify(event);
    separator = ",\n    ";
  }
  yield "\n  ]\n}\n";
}

async function readWhole(ctx: Context, userId: UserId) {
  const { db, config, now } = ctx;
  const user = await findUser(db, userId);
  if (!user) throw new DomainError("UNAUTHENTICATED");
  const picture = await selectPicture(db, userId);
  return {
    format: "latchkey/my-data/1",
    issuer: config.baseUrl,
    exportedAt: now,
    profile: describeUser(user),
    picture: picture
      ? { ...picture, bytes: Buffer.from(picture.bytes).toString("base64"), encoding: "base64" }
      : null,
    pendingEmail: (await selectPendingEmail(db, userId)) ?? null,
    passkeys: await selectPasskeys(db, userId),
    recoveryCodes: await describeRecoveryCodes(db, userId),
    sessions: await selectOwnSessions(db, userId),
    knownPlaces: await selectPlaces(db, userId),
    apps: await listGrants(ctx),
    groups: await selectOwnGroups(db, userId),
    managedGroups: await selectManagedGroups(db, userId),
    claims: await selectClaims(db, { user: userId }),
    invitations: {
      used: await selectUsedInvitations(db, userId),
      made: await selectMadeInvitations(db, userId),
    },
    apiKeys: await selectOwnApiKeys(db, userId),
  };
}

async function* readEvents({ db }: Context, userId: UserId) {
  for (let after: Parameters<typeof selectOwnEvents>[2], more = true; more; ) {
    const page = await selectOwnEvents(db, userId, after, pageSize);
    for (const event of page) yield describeOwnEvent(event, userId);
    const last = page.at(-1);
    if (last) after = { at: last.occurredAt, id: last.id };
    more = page.length === pageSize;
  }
}
