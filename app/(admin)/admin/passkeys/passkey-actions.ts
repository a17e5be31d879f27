/** What can be done to passkeys across people from the administration's pages. */
import type { BulkResult } from "#components/admin/use-dialog-run.ts";
import { mostMatching } from "#lib/accounts/bulk/schema.ts";
import { aaguidSchema, revokePasskeySchema } from "#lib/credentials/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { listMatchingPasskeys } from "#lib/passkeys/directory/list-matching-passkeys.ts";
import { revokePasskeys } from "#lib/passkeys/directory/revoke-passkeys.ts";
import {
  passkeyQuerySchema,
  type RevokedPasskeys,
  revokePasskeysSchema,
} from "#lib/passkeys/directory/schema.ts";

export const revokePasskeysAction = administrationAction({
  name: "revoke-passkeys",
  permission: "credentials.revoke",
  lists: ["ids"],
  form: revokePasskeysSchema,
  handle: async (ctx, selection) => tell(await revokePasskeys(ctx, selection)),
});

export const revokeModelAction = administrationAction({
  name: "revoke-model",
  permission: "credentials.revoke",
  form: revokePasskeySchema.extend({ aaguid: aaguidSchema }),
  handle: async (ctx, selection) => tell(await revokePasskeys(ctx, selection)),
});

export const matchingPasskeysAction = administrationAction({
  name: "matching-passkeys",
  permission: "credentials.read",
  form: passkeyQuerySchema.omit({ sort: true, after: true, before: true, limit: true }),
  handle: async (ctx, filters) => ({ ids: await listMatchingPasskeys(ctx, filters, mostMatching) }),
});

function tell({ results, more }: RevokedPasskeys): BulkResult {
  return {
    done: results.filter(({ revoked }) => revoked).length,
    refused: results.flatMap(({ id, refusal }) => (refusal ? [{ id, message: refusal.message }] : [])),
    more,
  };
}
