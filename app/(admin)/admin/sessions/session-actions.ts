/** What can be done to sessions across people from the administration's pages. */
import type { BulkResult } from "#components/admin/bulk-dialog.tsx";
import { endManySessions } from "#lib/accounts/sessions/end-many-sessions.ts";
import { endSessionsSchema } from "#lib/accounts/sessions/search/schema.ts";
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
