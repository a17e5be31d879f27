/** An authorization that passed its checks and has not been answered yet. */
import type { InteractionRow } from "#drizzle/schema/oidc.ts";
import type { RedirectTarget } from "./redirect-target.ts";
import type { AuthorizationRequest } from "./schema.ts";

export interface PendingAuthorization {
  readonly target: RedirectTarget;
  readonly request: AuthorizationRequest;
  /** By which it is to be found, once it is stored; one that nobody knows unless given. */
  readonly interactionToken?: string | undefined;
  /** Where the request is stored already. */
  readonly stored?: { readonly token: string; readonly row: InteractionRow };
}
