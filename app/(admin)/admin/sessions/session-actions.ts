/** What can be done to sessions across people from the administration's pages. */
import type { BulkResult } from "#components/admin/use-dialog-run.ts";
import { mostMatching } from "#lib/accounts/bulk/schema.ts";
import { endManySessions } from "#lib/accounts/sessions/end-many-sessions.ts";
import { listMatchingSessions } from "#lib/accounts/sessions/search/list-matching-sessions.ts";
import { endSessionsSchema, sessionQuerySchema } from "#lib/accounts/sessions/search/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";

export const endManySessionsAction = administrationAction({
  name: "end-many-sessions",
  permission: "sessions.end",
  lists: ["ids"],
  form: endSessionsSchema,
  handle: async (ctx, { ids }): Promise<BulkResult> => {
    const { results } = await endManySessions(ctx, ids);
    return {
      done: results.filter(({ ended }) => ended).length,
      refused: results.flatMap(({ id, refusal }) => (refusal ? [{ id, message: refusal.message }] : [])),
    };
  },
});

export const matchingSessionsAction = administrationAction({
  name: "matching-sessions",
  permission: "sessions.read",
  form: sessionQuerySchema.omit({ after: true, before: true, limit: true }),
  handle: async (ctx, filters) => ({ ids: await listMatchingSessions(ctx, filters, mostMatching) }),
});
