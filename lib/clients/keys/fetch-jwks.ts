/** The keys that an app publishes at an address of its own (RFC 7591 section 2, `jwks_uri`). */
import { z } from "zod";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { fetchPublic } from "#lib/outgoing/fetch-public.ts";
import { OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";
import { jwksProblem } from "../check-jwks.ts";
import { recordClientError } from "../errors/record-client-error.ts";

export type Jwk = Readonly<Record<string, unknown>>;

interface KeptKeys {
  readonly url: string;
  readonly keys: readonly Jwk[];
  readonly fetchedAt: number;
  /** The last attempt, failed ones too. */
  readonly triedAt: number;
}

/** A key that an app withdraws is taken no longer than this. */
const freshMs = 10 * 60_000;
/** While the address does not answer, the keys that were there go on for so long. */
const staleMs = 60 * 60_000;
/**
 * An unknown `kid` asks again, but nobody can make us hammer an address with made-up ones. Half of the minute that apps
 * are told to wait with a new key, so that none that waits so long meets an attempt of the minute before.
 */
const retryMs = 30_000;
const mostKept = 1000;
const mostKeys = 20;

const documentSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string().max(16) })).max(100) });

const kept = () => processWide("client-jwks", () => new Map<string, KeptKeys>());
const underWay = () => processWide("client-jwks-requests", () => new Map<string, Promise<KeptKeys>>());

/** The usable keys at `url`, from memory while they are fresh. `unknownKid`: those in memory did not do. */
export async function fetchClientKeys(
  ctx: Context,
  client: Pick<ClientRow, "id">,
  url: string,
  { unknownKid }: { readonly unknownKid: boolean },
): Promise<readonly Jwk[]> {
  const now = ctx.now.getTime();
  const known = kept().get(client.id);
  const current = known?.url === url ? known : undefined;
  if (current && !isDue(current, now, unknownKid)) return usable(current, now);
  let request = underWay().get(client.id);
  if (!request) {
    request = refresh(ctx, client, url, current).finally(() => underWay().delete(client.id));
    underWay().set(client.id, request);
  }
  return usable(await request, now);
}

function isDue({ fetchedAt, triedAt }: KeptKeys, now: number, unknownKid: boolean): boolean {
  if (now - triedAt < retryMs) return false;
  return unknownKid || now - fetchedAt >= freshMs;
}

function usable({ keys, fetchedAt }: KeptKeys, now: number): readonly Jwk[] {
  return now - fetchedAt < staleMs ? keys : [];
}

async function refresh(
  ctx: Context,
  client: Pick<ClientRow, "id">,
  url: string,
  current: KeptKeys | undefined,
): Promise<KeptKeys> {
  const now = ctx.now.getTime();
  let next: KeptKeys;
  try {
    next = { url, keys: await readKeys(ctx, url), fetchedAt: now, triedAt: now };
  } catch (error) {
    if (!(error instanceof OutgoingRefusal || error instanceof UnusableDocument)) throw error;
    await recordClientError(ctx, {
      client,
      endpoint: "jwks_uri",
      code: "jwks_uri_unusable",
      explanation: `The keys at jwks_uri could not be read: ${error.message}.`,
      facts: [{ name: "jwks_uri", registered: [url] }],
    });
    next = { url, keys: current?.keys ?? [], fetchedAt: current?.fetchedAt ?? 0, triedAt: now };
  }
  remember(client.id, next);
  return next;
}

/** Bounded: whoever may register apps must not be able to fill the memory. */
function remember(clientId: string, keys: KeptKeys): void {
  const all = kept();
  all.delete(clientId);
  all.set(clientId, keys);
  const [oldest] = all.keys();
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
}

class UnusableDocument extends Error {}

async function readKeys(ctx: Context, url: string): Promise<readonly Jwk[]> {
  const answer = await fetchPublic(url, {
    headers: { accept: "application/jwk-set+json, application/json" },
    timeoutMs: 5000,
    maxBytes: 64 * 1024,
    // Registered on loopback alone, which an operator has to open before anything is sent there.
    allowHttp: true,
    allowPrivate: ctx.config.allowedPrivateNetwork,
    sameOriginRedirects: 2,
  });
  if (answer.status !== 200) throw new UnusableDocument(`the status is ${answer.status}`);
  const parsed = documentSchema.safeParse(parseJson(answer.body.toString("utf8")));
  if (!parsed.success) throw new UnusableDocument("it is no JSON Web Key Set");
  return parsed.data.keys.filter((key) => jwksProblem({ keys: [key] }) === undefined).slice(0, mostKeys);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
