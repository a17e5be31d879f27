/** Makes a JSON endpoint out of a definition: limit → same origin → session → parse → operation → envelope. */
import type { z } from "zod";
import { callOnce } from "#lib/api-keys/idempotency/call-once.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { ErrorCode } from "#lib/errors/codes.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { BucketScope } from "#lib/rate-limit/buckets.ts";
import { checkPointsLeft, countFailure, type RateLimitState, takePoint } from "#lib/rate-limit/rate-limit.ts";
import type { CreatedSession } from "#lib/sessions/create-session.ts";
import { administrationContext } from "./administration-context.ts";
import { cookieAfterSignIn, cookieAfterSignOut } from "./browser-sessions.ts";
import { errorEnvelope, setRateLimitHeaders, successEnvelope } from "./envelope.ts";
import { pathParameterReader } from "./path-parameters.ts";
import { readQuery } from "./query-parameters.ts";
import { parseInput, readJson } from "./read-body.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import {
  type DescribedHandler,
  describeHandler,
  type RouteAccess,
  type RouteContract,
} from "./route-contract.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { toDomainError } from "./unexpected-error.ts";

export type SignedInContext = Context & { readonly actor: UserActor };

export interface RouteResult<D = unknown> {
  readonly data: D;
  readonly status?: number;
  /** When what is told was changed last: becomes the `ETag`, for a change that holds to this version. */
  readonly updatedAt?: Date;
  /** An earlier call with the same `Idempotency-Key` was answered so. */
  readonly replayed?: true;
  /** A session that the browser is to show from now on, or `"end"` to drop those from its cookie that have ended. */
  readonly session?: CreatedSession | "end";
  /** Further `Set-Cookie` values. */
  readonly cookies?: readonly string[];
}

interface Definition<C, B, P, Q, D> {
  /** What the call takes its point from instead of `request`. */
  readonly bucket?: BucketScope;
  /** Further buckets whose failures count elsewhere: refused here when they are spent. */
  readonly guardedBy?: readonly BucketScope[];
  /** A bucket that this call, with this body, takes a point from on top of `request`. */
  readonly cost?: (body: B) => BucketScope | undefined;
  /** The bucket that refusals with these codes take a point from. */
  readonly failureCost?: { readonly scope: BucketScope; readonly codes: readonly ErrorCode[] };
  readonly handle: (
    ctx: C,
    body: B,
    params: P,
    query: Q,
    /** For cookies besides the session's. */
    headers: Headers,
  ) => Promise<RouteResult<D>>;
}

export interface RouteDefinition<
  A extends RouteAccess,
  R extends z.ZodType,
  S extends z.ZodType,
  P extends z.ZodType,
  Q extends z.ZodType,
> extends RouteContract,
    Definition<
      A extends "session" ? SignedInContext : Context,
      z.infer<S>,
      z.infer<P>,
      z.infer<Q>,
      z.input<R>
    > {
  readonly access: A;
  /** The JSON body; absent for endpoints without one. */
  readonly body?: S;
  /** The `{name}`s of the path; absent where it has none. */
  readonly params?: P;
  readonly query?: Q;
  readonly response: R;
}

export function defineRoute<
  A extends RouteAccess,
  R extends z.ZodType,
  S extends z.ZodType = z.ZodUndefined,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
>(definition: RouteDefinition<A, R, S, P, Q>): DescribedHandler {
  const readParameters = pathParameterReader(definition.path);
  return describeHandler(async (request) => {
    let ctx: Context | undefined;
    let limit: RateLimitState | undefined;
    try {
      ctx = anonymousContext(request.headers);
      limit = await takePoint(ctx, definition.bucket ?? "request");
      for (const scope of definition.guardedBy ?? []) await checkPointsLeft(ctx, scope);
      ctx = await callerContext(ctx, definition.access, request);
      const params = definition.params && parseInput(definition.params, readParameters(request.url));
      const query = definition.query && parseInput(definition.query, readQuery(request.url));
      const body = definition.body ? await readJson(request, definition.body) : undefined;
      const further = definition.cost?.(body as never);
      if (further) limit = await takePoint(ctx, further);
      // The checks above are what the conditional types of the definition stand for.
      const caller = ctx;
      const result = await onceIfAsked(caller, definition.access, request, body, () =>
        definition.handle(caller as never, body as never, params as never, query as never, request.headers),
      );
      return await encode(ctx, request, result, limit);
    } catch (error) {
      const stamp = ctx ?? { now: new Date(), requestId: newId<string>() };
      const refusal = ctx
        ? await countRefusal(ctx, definition.failureCost, error)
        : toDomainError(ctx, error);
      const response = errorEnvelope(stamp, refusal);
      setRateLimitHeaders(response, limit);
      return response;
    }
  }, definition);
}

/** Programs that administer may repeat what changes, and it is done once. */
async function onceIfAsked<D>(
  ctx: Context,
  access: RouteAccess,
  request: Request,
  body: unknown,
  handle: () => Promise<RouteResult<D>>,
): Promise<RouteResult> {
  const key = request.headers.get("idempotency-key");
  if (key === null || access !== "administration" || request.method === "GET") return await handle();
  const { pathname, search } = new URL(request.url);
  const call = { key, method: request.method, address: pathname + search, body };
  return await callOnce(ctx, call, async () => {
    const result = await handle();
    return { ...result, status: result.status ?? 200 };
  });
}

/** The context with whoever calls. @throws DomainError CROSS_ORIGIN, UNAUTHENTICATED */
async function callerContext(ctx: Context, access: RouteAccess, request: Request): Promise<Context> {
  if (access === "administration") return await administrationContext(ctx, request);
  if (request.method !== "GET" && request.method !== "HEAD") checkSameOrigin(ctx, request.headers);
  if (access === "anonymous") return ctx;
  const found = await sessionContext(request.headers);
  if (access === "session" && found.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return found;
}

/** What may leave, after whatever the refusal costs was taken. */
async function countRefusal(
  ctx: Context,
  cost: Definition<never, never, never, never, never>["failureCost"],
  error: unknown,
): Promise<DomainError> {
  const refusal = toDomainError(ctx, error);
  try {
    if (cost?.codes.includes(refusal.code)) await countFailure(ctx, cost.scope);
    return refusal;
  } catch (auditError) {
    return toDomainError(ctx, auditError);
  }
}

async function encode(
  ctx: Context,
  request: Request,
  result: RouteResult,
  limit: RateLimitState | undefined,
): Promise<Response> {
  const response = successEnvelope(ctx, result.data, result.status);
  setRateLimitHeaders(response, limit);
  if (result.updatedAt) response.headers.set("ETag", versionTag(result.updatedAt));
  if (result.replayed) response.headers.set("Idempotency-Replayed", "true");
  if (result.session) {
    const held = request.headers.get("cookie");
    const cookie =
      result.session === "end"
        ? await cookieAfterSignOut(ctx, held)
        : await cookieAfterSignIn(ctx, held, result.session);
    response.headers.append("Set-Cookie", cookie);
  }
  for (const cookie of result.cookies ?? []) response.headers.append("Set-Cookie", cookie);
  return response;
}
