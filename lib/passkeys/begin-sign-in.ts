/** Options for signing in: for any passkey of this site, or for those of a name. */
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Context } from "#lib/context/context.ts";
import { listDescriptorsByUsername } from "#lib/credentials/store.ts";
import { makeAssertionOptions } from "./assertion-options.ts";
import { decoyDescriptors } from "./decoy-descriptors.ts";
import { wantedVerification } from "./policy/wanted-verification.ts";

/** An unknown name is answered like a known one: same work, same shape, the same list each time. */
export async function beginSignIn(
  ctx: Context,
  input: { readonly username?: string | undefined },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  if (input.username === undefined)
    return await makeAssertionOptions(ctx, {
      kind: "authentication",
      userVerification: await wantedVerification(ctx),
    });
  const username = input.username.toLowerCase();
  const decoys = decoyDescriptors(ctx, username);
  const [known, userVerification] = await Promise.all([
    listDescriptorsByUsername(ctx.db, username),
    wantedVerification(ctx),
  ]);
  const userId = known[0]?.userId;
  return await makeAssertionOptions(ctx, {
    kind: "authentication",
    userVerification,
    ...(userId ? { userId } : {}),
    allow: known.length > 0 ? known : decoys,
  });
}
