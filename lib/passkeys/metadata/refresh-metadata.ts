/** Looks whether the source has newer metadata, and takes it when it proves itself. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { claimSetting, findSetting, putSetting } from "#lib/settings/store.ts";
import { forgetMetadata, metadataFor } from "./metadata-for.ts";
import { MetadataRefusal } from "./metadata-refusal.ts";
import { type Candidate, readCandidate } from "./read-candidate.ts";
import { type BlobPayload, type MetadataCheck, type MetadataProblem, metadataCheckSchema } from "./schema.ts";
import { findMetadataHead, lockMetadataHead, type MetadataHead, putMetadataBlob } from "./store.ts";
import { verifyBlob } from "./verify-blob.ts";

export type RefreshOutcome =
  | { readonly kind: "off" }
  | { readonly kind: "unchanged" }
  | { readonly kind: "loaded"; readonly serial: number }
  /** The one before stays in use. */
  | { readonly kind: "refused"; readonly problem: MetadataProblem };

export interface RefreshOptions {
  /** Looks although it is not time yet, and judges again what was judged already. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

export const metadataCheckName = "metadata_check";
const hourMs = 3_600_000;
/** An address is asked four times a day, by one instance; sooner again when that failed. */
const urlPause = { ok: 6 * hourMs, problem: hourMs } as const;

interface Judged {
  readonly fingerprint: string;
  readonly refused: boolean;
}

/** What this process has judged last. */
const judged = () => processWide("judged-metadata", () => new WeakMap<Database, Judged>());

/**
 * For the program itself and whoever has a shell on the machine. Writes `metadata.loaded` or `metadata.refused` to the
 * trail, the latter once for one and the same thing.
 * @throws DomainError FORBIDDEN
 */
export async function refreshMetadata(ctx: Context, options: RefreshOptions = {}): Promise<RefreshOutcome> {
  if (ctx.actor.type !== "operator" && ctx.actor.type !== "system") throw new DomainError("FORBIDDEN");
  const config = ctx.config.metadata;
  if (!config) return { kind: "off" };
  if ("url" in config.source && !options.force && !(await claimTurn(ctx))) return { kind: "unchanged" };
  let fingerprint: string | null = null;
  try {
    const candidate = await readCandidate(config, options.signal ?? new AbortController().signal);
    fingerprint = candidate.fingerprint;
    if (!options.force && (await isSettled(ctx, fingerprint))) return { kind: "unchanged" };
    const outcome = await judge(ctx, candidate);
    judged().set(ctx.db, { fingerprint, refused: false });
    return outcome;
  } catch (error) {
    if (!(error instanceof MetadataRefusal)) throw error;
    // Given up because the program stops: that says nothing about the source.
    if (options.signal?.aborted) return { kind: "unchanged" };
    // Where nothing could be read, the next reading is judged even if it is what it was before.
    if (fingerprint === null) judged().delete(ctx.db);
    else judged().set(ctx.db, { fingerprint, refused: true });
    await ctx.db.transaction((tx) => recordRefusal(ctx, tx, { fingerprint, problem: error.problem }, error));
    return { kind: "refused", problem: error.problem };
  }
}

/** What was refused stays refused; what was taken must still be there. */
async function isSettled(ctx: Context, fingerprint: string): Promise<boolean> {
  const last = judged().get(ctx.db);
  if (last?.fingerprint !== fingerprint) return false;
  return last.refused || (await metadataFor(ctx)) !== undefined;
}

/** @throws MetadataRefusal */
async function judge(ctx: Context, candidate: Candidate): Promise<RefreshOutcome> {
  // Roots and lists may be new: the stored one is asked again under them, whatever becomes of the candidate.
  forgetMetadata(ctx.db);
  const payload = await verifyBlob(candidate.blob, { trust: candidate.trust, at: ctx.now, asOfThen: false });
  const head = await findMetadataHead(ctx.db);
  const unusable = head && !(await metadataFor(ctx)) ? head : undefined;
  const outcome = await ctx.db.transaction((tx) => put(ctx, tx, { candidate, payload, unusable }));
  await metadataFor(ctx);
  return outcome;
}

interface Verified {
  readonly candidate: Candidate;
  readonly payload: BlobPayload;
  /** The stored one, when it does not verify (any more): its number then counts for nothing. */
  readonly unusable: MetadataHead | undefined;
}

async function put(
  ctx: Context,
  tx: Db,
  { candidate, payload, unusable }: Verified,
): Promise<RefreshOutcome> {
  const { blob, digest, fingerprint } = candidate;
  const head = await lockMetadataHead(tx);
  if (head && constantTimeEqual(head.digest, digest)) {
    await putSetting(tx, metadataCheckName, { fingerprint, problem: null } satisfies MetadataCheck, ctx.now);
    return { kind: "unchanged" };
  }
  const rival = head && unusable && constantTimeEqual(head.digest, unusable.digest) ? undefined : head;
  if (rival && payload.no < rival.serial) throw new MetadataRefusal("older");
  await putMetadataBlob(tx, { digest, serial: payload.no, blob, acceptedAt: ctx.now });
  await putSetting(tx, metadataCheckName, { fingerprint, problem: null } satisfies MetadataCheck, ctx.now);
  await appendAuditEvent(ctx, tx, {
    action: "metadata.loaded",
    outcome: "success",
    details: { serial: payload.no, nextUpdate: payload.nextUpdate, entries: payload.entries.length },
  });
  return { kind: "loaded", serial: payload.no };
}

async function recordRefusal(
  ctx: Context,
  tx: Db,
  check: MetadataCheck,
  error: MetadataRefusal,
): Promise<void> {
  const { serial } = (await lockMetadataHead(tx)) ?? {};
  const before = await findMetadataCheck(tx);
  await putSetting(tx, metadataCheckName, check, ctx.now);
  if (before?.problem === check.problem && before.fingerprint === check.fingerprint) return;
  ctx.log.warn({ err: error }, "new metadata was refused");
  await appendAuditEvent(ctx, tx, {
    action: "metadata.refused",
    outcome: "failure",
    reason: error.problem,
    details: { serialInUse: serial ?? null },
  });
}

/** How the last look at the source ended; undefined before the first. */
export async function findMetadataCheck(db: Db): Promise<MetadataCheck | undefined> {
  return metadataCheckSchema.safeParse(await findSetting(db, metadataCheckName)).data;
}

/** Of several instances, one asks the address; the time of the last asking is the row's. */
async function claimTurn(ctx: Context): Promise<boolean> {
  const last = await findMetadataCheck(ctx.db);
  // Whoever took the turn may have been killed before anything came of it.
  const well = last?.problem === null && (await findMetadataHead(ctx.db)) !== undefined;
  const pauseMs = well ? urlPause.ok : urlPause.problem;
  const unknown: MetadataCheck = last ?? { fingerprint: null, problem: null };
  return await claimSetting(ctx.db, metadataCheckName, {
    value: unknown,
    before: new Date(ctx.now.getTime() - pauseMs),
    now: ctx.now,
  });
}
