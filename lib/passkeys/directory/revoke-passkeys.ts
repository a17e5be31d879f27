/** Ends many passkeys, each for itself: what stands in the way of one does not keep the others. */
import type { CredentialRowId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { refusalWords } from "#lib/errors/refusal-words.ts";
import { translator } from "#lib/i18n/translator.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { revokePasskey } from "../managing/revoke-passkey.ts";
import { mostRevokedAtOnce, type RevokedPasskeys } from "./schema.ts";
import { selectPasskeysOfModel } from "./store.ts";

export interface Selection {
  /** These, or all of a model. */
  readonly ids?: readonly string[] | undefined;
  readonly aaguid?: string | undefined;
  readonly reason: string;
}

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; what single ones are refused with is in the results */
export async function revokePasskeys(
  ctx: Context,
  { ids, aaguid, reason }: Selection,
): Promise<RevokedPasskeys> {
  checkPermission(ctx, "credentials.revoke");
  const model =
    aaguid === undefined ? [] : await selectPasskeysOfModel(ctx.db, aaguid, mostRevokedAtOnce + 1);
  const chosen = ids === undefined ? model : (ids as readonly CredentialRowId[]);
  const own = ctx.actor.type === "user" ? ctx.actor.credentialId : undefined;
  // The one that this session hangs on comes last: with it the session ends, and with that the right to go on.
  const ordered = [...new Set(chosen)]
    .slice(0, mostRevokedAtOnce)
    .sort((a, b) => Number(a === own) - Number(b === own));
  const results: RevokedPasskeys["results"][number][] = [];
  let signedOut = false;
  for (const id of ordered) {
    const result = await revokeOne(ctx, id, reason);
    results.push(result.outcome);
    signedOut ||= result.signedOut;
  }
  return { results, more: chosen.length > mostRevokedAtOnce, signedOut };
}

async function revokeOne(ctx: Context, id: string, reason: string) {
  try {
    const { signedOut } = await revokePasskey(ctx, { id, reason });
    return { outcome: { id, revoked: true }, signedOut };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = { code: error.code, message: refusalWords(translator(ctx.locale), error) };
    return { outcome: { id, revoked: false, refusal }, signedOut: false };
  }
}
