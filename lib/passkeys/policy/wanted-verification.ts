/** How strictly a sign-in asks for fingerprint, face or PIN while nobody knows yet who will sign in. */
import type { Config } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { loadAttestationPolicy } from "./load-policy.ts";
import { verifyingGroupExists } from "./store.ts";

/**
 * The instance's policy speaks for everybody; a group's is asked at the end, as asking it here would tell who is in it.
 * But nobody is told not to verify where some would be refused for it.
 */
export async function wantedVerification(ctx: Context): Promise<Config["userVerification"]> {
  const { userVerification } = ctx.config;
  const [{ requireUserVerification }, someGroupVerifies] = await Promise.all([
    loadAttestationPolicy(ctx),
    userVerification === "discouraged" && verifyingGroupExists(ctx.db),
  ]);
  if (requireUserVerification) return "required";
  return someGroupVerifies ? "preferred" : userVerification;
}
