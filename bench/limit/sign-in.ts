/**
 * The least that a sign-in can cost here: bare node:http, the statements of the program by hand, and its verification.
 * No routing, limits, schemas, envelopes, request ids or log. Run as `node sign-in.ts PORT DATA_DIR ORIGIN`.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { sealData } from "iron-session";
import type { UserId } from "#drizzle/schema/ids.ts";
import { loadConfig } from "#lib/config/load-config.ts";
import { openPublicKey } from "#lib/credentials/seal-public-key.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { readKeyringFile } from "#lib/crypto/keyring-file.ts";
import { newId } from "#lib/crypto/random.ts";
import { openPool } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { verifyAssertionValues } from "#lib/passkeys/verify-assertion-values.ts";

const [, , port = "", dataDir = "", origin = ""] = process.argv;
const { address } = await openDatabase(loadConfig({ DATA_DIR: dataDir }), "command");
const { sql } = openPool(address, {
  maxConnections: 10,
  statementTimeoutMs: 15_000,
  applicationName: "latchkey-bench",
});
const keyring = readKeyringFile(join(dataDir, "keys.json"));
if (!keyring) throw new Error(`there are no keys in ${dataDir}`);
const password = randomBytes(32).toString("base64url");
const userAgentOf = (req: IncomingMessage) => req.headers["user-agent"] ?? "";

interface Assertion {
  readonly credential: Parameters<typeof verifyAssertionValues>[0]["response"] & { readonly id: string };
}

async function begin(): Promise<unknown> {
  const challenge = randomBytes(32);
  await sql`select value from settings where name = 'attestation_policy'`;
  await sql`insert into challenges (challenge_hash, kind, user_id, session_id, context, created_at, expires_at)
    values (${sha256(challenge)}, 'authentication', null, null,
      ${JSON.stringify({ userVerification: "required", allowCredentials: null })}, now(), now() + interval '5 minutes')`;
  return {
    challenge: challenge.toString("base64url"),
    timeout: 300_000,
    rpId: "localhost",
    allowCredentials: [],
    userVerification: "required",
  };
}

async function complete(req: IncomingMessage, res: ServerResponse, body: Assertion): Promise<unknown> {
  const response = body.credential;
  const credentialId = Buffer.from(response.id, "base64url");
  const { challenge } = JSON.parse(Buffer.from(response.response.clientDataJSON, "base64url").toString()) as {
    challenge: string;
  };
  const [taken] = await sql`delete from challenges where challenge_hash =
    ${sha256(Buffer.from(challenge, "base64url"))} returning *`;
  const [[row]] = await Promise.all([
    sql`select c.id, c.user_id, c.credential_id, c.public_key, c.algorithm, c.sign_count, c.aaguid,
        c.attestation_format, c.attestation_trust, c.device_type, c.backup_eligible, c.revoked_at, u.username,
        u.display_name, u.webauthn_handle, u.status
      from credentials c join users u on u.id = c.user_id where c.credential_id = ${credentialId}`,
    sql`select value as policy from settings where name = 'attestation_policy' union all
      select g.attestation_policy from credentials c join group_members m on m.user_id = c.user_id
      join groups g on g.id = m.group_id where c.credential_id = ${credentialId} and g.attestation_policy is not null`,
  ]);
  if (!taken || !row || row.revoked_at !== null || row.status !== "active") throw new Error("refused");
  const publicKey = openPublicKey(
    { keyring: keyring as NonNullable<typeof keyring> },
    { userId: row.user_id as UserId, credentialId: row.credential_id, publicKey: row.public_key },
  );
  const { signCount, flags } = verifyAssertionValues({
    response,
    expectedChallenge: challenge,
    expectedOrigins: [origin],
    rpId: "localhost",
    userVerification: "required",
    strictness: "webauthn",
    credential: {
      publicKey,
      signCount: Number(row.sign_count),
      backupEligible: row.backup_eligible,
      algorithm: row.algorithm,
    },
  });
  const token = randomBytes(32).toString("base64url");
  const sessionId = newId();
  const agent = userAgentOf(req);
  const live = await sql.begin(async (tx) => {
    const [, , listed] = await Promise.all([
      tx`update users set last_login_at = now() where id = ${row.user_id} and status = 'active' returning id`,
      tx`update credentials set sign_count = greatest(held.stored, ${signCount}::bigint),
          backup_state = ${flags.backupState}, last_used_at = now(), last_used_ip = '127.0.0.1',
          last_used_user_agent = ${agent}
        from (select id, sign_count as stored from credentials where id = ${row.id} and revoked_at is null
          for no key update) held where credentials.id = held.id returning held.stored`,
      tx`select credential_id, transports from credentials where user_id = ${row.user_id} and revoked_at is null
        order by created_at, id`,
    ]);
    await Promise.all([
      tx`insert into sessions (id, token_hash, user_id, credential_id, method, acr, amr, auth_time, created_at,
          last_activity_at, expires_at, ip, user_agent)
        values (${sessionId}, ${sha256(Buffer.from(token))}, ${row.user_id}, ${row.id}, 'passkey', 'phr',
          ${["hwk", "user", "mfa"]}, now(), now(), now(), now() + interval '30 days', '127.0.0.1', ${agent})`,
      tx`select last_seen_at from sign_in_places where user_id = ${row.user_id}
        and place_hash = ${sha256(`127.0.0.0/24 ${agent}`)}`,
    ]);
    await tx`insert into audit_events (id, occurred_at, action, outcome, actor_type, actor_id, subject_user_id,
        credential_id, session_id, ip, user_agent, request_id, details)
      values (${newId()}, now(), 'session.created', 'success', 'user', ${row.user_id}, ${row.user_id}, ${row.id},
        ${sessionId}, '127.0.0.1', ${agent}, ${newId()}, ${JSON.stringify({ method: "passkey", user_verified: true })})`;
    return listed;
  });
  res.setHeader("Set-Cookie", `bench=${await sealData({ token }, { password, ttl: 0 })}; Path=/; HttpOnly`);
  return {
    user: { id: row.user_id, username: row.username, displayName: row.display_name },
    signals: live.map((one) => Buffer.from(one.credential_id).toString("base64url")),
  };
}

createServer(async (req, res) => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  try {
    const text = Buffer.concat(chunks).toString();
    const data = req.url?.endsWith("/begin")
      ? await begin()
      : req.url?.endsWith("/complete")
        ? await complete(req, res, JSON.parse(text) as Assertion)
        : {};
    res.setHeader("Content-Type", "application/json");
    res.end(JSON.stringify({ data }));
  } catch (error) {
    res.statusCode = 500;
    res.end(String(error));
  }
}).listen(Number(port));
