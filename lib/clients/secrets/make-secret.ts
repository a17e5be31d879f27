/** A secret of an app, for a method that needs one. */
import type { ClientAuthMethod } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { sealClientSecret } from "./seal-secret.ts";
import type { NewSecretRow } from "./store.ts";

export function needsSecret(method: ClientAuthMethod): boolean {
  return method.startsWith("client_secret_");
}

/** Nothing short enough to guess, nothing that a header cannot carry. @throws DomainError VALIDATION_ERROR */
export function checkSecret(secret: string | undefined): void {
  if (secret === undefined || /^[\x21-\x7e]{32,512}$/.test(secret)) return;
  throw new DomainError("VALIDATION_ERROR", {
    fields: [{ path: "secret", message: "must be 32 to 512 printable ASCII characters" }],
  });
}

/** The text, which is shown once, and the row to insert. It can be read back only where it is the key of a MAC. */
export function makeSecret(
  ctx: Pick<Context, "keyring" | "now">,
  client: { readonly id: ClientId; readonly tokenEndpointAuthMethod: ClientAuthMethod },
  expiresAt: Date | null = null,
  /** One that was made elsewhere. */
  given?: string,
): { readonly secret: string; readonly row: NewSecretRow } {
  const secret = given ?? randomSecret();
  const id = newId<string>();
  const isKey = client.tokenEndpointAuthMethod === "client_secret_jwt";
  return {
    secret,
    row: {
      id,
      clientId: client.id,
      secretHash: sha256(secret),
      sealedSecret: isKey ? sealClientSecret(ctx.keyring, id, secret) : null,
      createdAt: ctx.now,
      expiresAt,
    },
  };
}
