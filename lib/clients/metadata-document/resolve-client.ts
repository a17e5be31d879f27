/** client_id → the app: a row, or the document that the id is the address of. */
import { isDeepStrictEqual } from "node:util";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import type { OutgoingEnvironment } from "#lib/outgoing/fetch-public.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { metadataOf, tellMetadata } from "../describe-change.ts";
import { recordClientError } from "../errors/record-client-error.ts";
import { keptOf } from "../kept-members.ts";
import { findAnyClient, findClient, lockClient } from "../store.ts";
import { replaceMetadata } from "../update-client.ts";
import { ClientDocumentError } from "./client-document-error.ts";
import { isDocumentClientId } from "./document-client-id.ts";
import { type ClientDocument, fetchClientDocument } from "./fetch-client-document.ts";
import { insertDocumentClient, postponeDocument } from "./store.ts";

/** How long an app goes on with what is known while its document cannot be had. */
const graceMs = 86_400_000;
const restMs = 60_000;

/**
 * An enabled client; undefined where there is none. A document is fetched at the first sight of its address and when
 * it has become old, at most once at a time, counted against the caller's address.
 * @throws ClientDocumentError for a document that makes no app; DomainError RATE_LIMIT_EXCEEDED
 */
export async function resolveClient(
  ctx: Context,
  id: string,
  network?: OutgoingEnvironment,
): Promise<ClientRow | undefined> {
  if (!isDocumentClientId(ctx.config, id)) {
    const client = await findClient(ctx.db, id);
    // What documents brought in while they were switched on is shut out while they are not.
    return client?.source === "metadata_document" ? undefined : client;
  }
  const known = await findAnyClient(ctx.db, id);
  if (known && isSettled(known, ctx.now)) return known.disabledAt ? undefined : known;
  await takePoint(ctx, "client_document");
  const underWay = processWide("client-documents", () => new Map<string, Promise<ClientRow | undefined>>());
  let fetched = underWay.get(id);
  if (!fetched) {
    fetched = refresh(ctx, id as ClientId, network).finally(() => underWay.delete(id));
    underWay.set(id, fetched);
  }
  return await fetched;
}

/** Documents that could not be had just now, and until when nobody waits for them again. */
const resting = () => processWide("client-documents-resting", () => new Map<string, number>());

/** Nothing is to be fetched for it now. */
function isSettled({ id, source, metadataExpiresAt, disabledAt }: ClientRow, now: Date): boolean {
  if (disabledAt || source !== "metadata_document") return true;
  const until = Math.max(metadataExpiresAt?.getTime() ?? 0, resting().get(id) ?? 0);
  return until > now.getTime();
}

async function refresh(
  ctx: Context,
  id: ClientId,
  network: OutgoingEnvironment | undefined,
): Promise<ClientRow | undefined> {
  // Read anew: another request may have fetched it between this one's first look and its turn.
  const known = await findAnyClient(ctx.db, id);
  if (known && isSettled(known, ctx.now)) return known.disabledAt ? undefined : known;
  let document: ClientDocument;
  try {
    document = await fetchClientDocument(ctx, id, network);
  } catch (error) {
    if (!(error instanceof ClientDocumentError)) throw error;
    return await refuse(ctx, id, known, error);
  }
  return await store(ctx, id, document);
}

/** Keeps an app going for a day while its document's server is down; what is wrong with the document ends it now. */
async function refuse(
  ctx: Context,
  id: ClientId,
  known: ClientRow | undefined,
  error: ClientDocumentError,
): Promise<ClientRow> {
  await appendAuditEvent(ctx, ctx.db, {
    action: "client.document_refused",
    outcome: "failure",
    reason: error.isPassing ? "unreachable" : "invalid",
    clientId: id,
    details: { explanation: error.message.slice(0, 400) },
  });
  if (!known) throw error;
  await recordClientError(ctx, {
    client: known,
    endpoint: "client_id",
    code: "client_document_refused",
    explanation: error.message,
  });
  const oldMs = ctx.now.getTime() - (known.metadataExpiresAt ?? known.createdAt).getTime();
  if (!error.isPassing || oldMs > graceMs) throw error;
  if (resting().size > 1000) resting().clear();
  resting().set(id, ctx.now.getTime() + restMs);
  return known;
}

async function store(ctx: Context, id: ClientId, { prepared, expiresAt }: ClientDocument) {
  return await ctx.db.transaction(async (tx) => {
    const values = { ...prepared, metadataExpiresAt: expiresAt };
    const added = await insertDocumentClient(tx, {
      ...values,
      id,
      source: "metadata_document",
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    if (added) {
      const details = tellMetadata(added);
      await appendAuditEvent(ctx, tx, {
        action: "client.created",
        outcome: "success",
        clientId: id,
        details,
      });
      return added;
    }
    const before = await lockClient(tx, id);
    if (!before || before.disabledAt !== null || before.source !== "metadata_document") return undefined;
    if (isSame(before, prepared)) {
      await postponeDocument(tx, id, expiresAt);
      return { ...before, metadataExpiresAt: expiresAt };
    }
    const kept = { ...values, ...keptOf(before) };
    return (await replaceMetadata(ctx, tx, before, kept, { actor: { type: "client", clientId: id } })).client;
  });
}

function isSame(before: ClientRow, prepared: ClientDocument["prepared"]): boolean {
  const { sectorIdentifier: _derived, ...metadata } = prepared;
  return isDeepStrictEqual(metadataOf(before), { ...metadata, ...keptOf(before) });
}
