/** A JWT that an app signed with a key of its own: client assertions and request objects. */
import { createPublicKey, type JsonWebKey } from "node:crypto";
import { compactVerify, decodeProtectedHeader, errors } from "jose";
import { z } from "zod";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { hasKeyFor, registeredAlgorithm } from "../check-jwks.ts";
import { jwksSchema } from "../schema.ts";
import { fetchClientKeys, type Jwk } from "./fetch-jwks.ts";

export interface VerifiedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Undefined unless a registered key of the client signed it with one of `algorithms` (as they are registered). A key that the JWT brings or
 * points to (`jwk`, `jku`, `x5u`, `x5c`) counts for nothing (RFC 7515 section 10), and each kind of key verifies its
 * own kind of algorithm alone.
 */
export async function verifyClientJwt(
  ctx: Context,
  client: ClientRow,
  jwt: string,
  algorithms: readonly string[],
): Promise<VerifiedJwt | undefined> {
  const header = headerOf(jwt);
  const { alg, kid } = header ?? {};
  if (alg === undefined || !algorithms.includes(registeredAlgorithm(alg))) return undefined;
  for (const key of await candidates(ctx, client, registeredAlgorithm(alg), kid)) {
    const payload = await verify(jwt, key, alg);
    if (payload) return { header: { ...header }, payload };
  }
  return undefined;
}

const headerSchema = z.looseObject({ alg: z.string().max(16), kid: z.string().max(512).optional() });

function headerOf(jwt: string) {
  try {
    return headerSchema.safeParse(decodeProtectedHeader(jwt)).data;
  } catch {
    return undefined;
  }
}

async function candidates(
  ctx: Context,
  client: ClientRow,
  alg: string,
  kid: string | undefined,
): Promise<readonly Jwk[]> {
  const { jwks, jwksUri } = client;
  if (jwksUri === null) return fitting(jwks === null ? [] : jwksSchema.parse(jwks).keys, alg, kid);
  const known = fitting(await fetchClientKeys(ctx, client, jwksUri, { unknownKid: false }), alg, kid);
  if (known.length > 0) return known;
  return fitting(await fetchClientKeys(ctx, client, jwksUri, { unknownKid: true }), alg, kid);
}

/** A key that has a kid is meant by that alone; one without may be meant by any. */
function fitting(keys: readonly Jwk[], alg: string, kid: string | undefined): readonly Jwk[] {
  return keys.filter(
    (key) =>
      hasKeyFor({ keys: [key] }, alg) && (kid === undefined || key.kid === undefined || key.kid === kid),
  );
}

async function verify(jwt: string, jwk: Jwk, alg: string): Promise<Record<string, unknown> | undefined> {
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
    const { payload } = await compactVerify(jwt, key, { algorithms: [alg] });
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(Buffer.from(payload).toString("utf8")))
      .data;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError)
      return undefined;
    throw error;
  }
}
