/** A request to sign out that waits for the person's yes. */
import { z } from "zod";

export const endSessionRequestSchema = z.object({
  postLogoutRedirectUri: z.string().max(2048).optional(),
  state: z.string().max(4096).optional(),
  /** Came with an ID Token of this very session, so the person need not be asked. */
  hintedSessionId: z.string().max(64).optional(),
});

export type EndSessionRequest = z.infer<typeof endSessionRequestSchema>;

export const signOutDecisionSchema = z.enum(["sign_out", "stay"]);
