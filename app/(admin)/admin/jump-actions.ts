/** What the command palette asks the server. */
import { findTargets } from "#lib/accounts/jump/find-targets.ts";
import { jumpSchema } from "#lib/accounts/jump/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";

export const findTargetsAction = administrationAction({
  name: "find-targets",
  permission: "users.read",
  form: jumpSchema,
  handle: async (ctx, { q }) => ({ targets: await findTargets(ctx, q) }),
});
