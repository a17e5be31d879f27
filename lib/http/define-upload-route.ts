/** Makes an endpoint that takes a file as it is: limit → same origin → caller → read → operation → envelope. */
import type { z } from "zod";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { BucketScope } from "#lib/rate-limit/buckets.ts";
import { type RateLimitState, takePoint } from "#lib/rate-limit/rate-limit.ts";
import { administrationContext } from "./administration-context.ts";
import type { RouteResult, SignedInContext } from "./define-route.ts";
import { errorEnvelope, setRateLimitHeaders, successEnvelope } from "./envelope.ts";
import { pathParameterReader } from "./path-parameters.ts";
import { parseInput } from "./read-body.ts";
import { withUpload } from "./read-upload.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { type DescribedHandler, describeHandler, type RouteContract } from "./route-contract.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface UploadRouteDefinition<
  A extends "session" | "administration",
  R extends z.ZodType,
  P extends z.ZodType,
> extends Omit<RouteContract, "body"> {
  readonly access: A;
  readonly upload: NonNullable<RouteContract["upload"]>;
  readonly params?: P;
  readonly response: R;
  /** The bucket that it takes a point from on top of `request`. */
  readonly cost: BucketScope;
  readonly handle: (
    ctx: A extends "session" ? SignedInContext : Context,
    bytes: Buffer,
    params: z.infer<P>,
  ) => Promise<Pick<RouteResult<z.input<R>>, "data" | "updatedAt">>;
}

export function defineUploadRoute<
  A extends "session" | "administration",
  R extends z.ZodType,
  P extends z.ZodType = z.ZodUndefined,
>(definition: UploadRouteDefinition<A, R, P>): DescribedHandler {
  const readParameters = pathParameterReader(definition.path);
  return describeHandler(async (request) => {
    let ctx: Context | undefined;
    let limit: RateLimitState | undefined;
    try {
      ctx = anonymousContext(request.headers);
      limit = await takePoint(ctx, "request");
      ctx = await callerContext(ctx, definition, request);
      const params = definition.params && parseInput(definition.params, readParameters(request.url));
      limit = await takePoint(ctx, definition.cost);
      // The check above is what the conditional type of the definition stands for.
      const caller = ctx;
      const { data, updatedAt } = await withUpload(caller, request, definition.upload.maxBytes, (bytes) =>
        definition.handle(caller as never, bytes, params as never),
      );
      const response = successEnvelope(ctx, data);
      setRateLimitHeaders(response, limit);
      if (updatedAt) response.headers.set("ETag", versionTag(updatedAt));
      return response;
    } catch (error) {
      const stamp = ctx ?? { now: new Date(), requestId: newId<string>() };
      const response = errorEnvelope(stamp, toDomainError(ctx, error));
      setRateLimitHeaders(response, limit);
      return response;
    }
  }, definition);
}

/** Known, and allowed, before anything of a large body is read; the operation checks again. */
async function callerContext(
  ctx: Context,
  { access, permission }: Pick<RouteContract, "access" | "permission">,
  request: Request,
): Promise<Context> {
  if (access === "administration") {
    const caller = await administrationContext(ctx, request);
    if (permission) checkPermission(caller, permission);
    return caller;
  }
  checkSameOrigin(ctx, request.headers);
  const caller = await sessionContext(request.headers);
  if (caller.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return caller;
}
