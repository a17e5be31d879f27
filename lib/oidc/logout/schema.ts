/** A request to sign out that waits for the person's yes. */
import { z } from "zod";

export const endSessionRequestSchema = z.object({
  postLogoutRedirectUri: z.string().max(2048).optional(),
  state: z.string().max(4096).optional(),
  /** Came with an ID Token of this very session, so the person need not be asked. */
  hintedSessionId: z.string().max(64).optional(),
  /** The `sub` of that ID Token. */
  hintedSubject: z.string().max(255).optional(),
  logoutHint: z.string().max(1024).optional(),
  uiLocales: z.string().max(1024).optional(),
});

export type EndSessionRequest = z.infer<typeof endSessionRequestSchema>;

export const signOutDecisionSchema = z.enum(["sign_out", "stay"]);

/** On the page of our own: the account that the browser shows, or all of them. */
export const signOutAccountsSchema = z.enum(["shown", "all"]);
