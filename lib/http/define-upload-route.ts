/** Makes an endpoint that takes a file as it is: limit → same origin → session → read → operation → envelope. */
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { BucketScope } from "#lib/rate-limit/buckets.ts";
import { type RateLimitState, takePoint } from "#lib/rate-limit/rate-limit.ts";
import type { SignedInContext } from "./define-route.ts";
import { errorEnvelope, setRateLimitHeaders, successEnvelope } from "./envelope.ts";
import { withUpload } from "./read-upload.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { type DescribedHandler, describeHandler, type RouteContract } from "./route-contract.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface UploadRouteDefinition<R extends z.ZodType> extends Omit<RouteContract, "access" | "body"> {
  readonly upload: NonNullable<RouteContract["upload"]>;
  readonly response: R;
  /** The bucket that it takes a point from on top of `request`. */
  readonly cost: BucketScope;
  readonly handle: (ctx: SignedInContext, bytes: Buffer) => Promise<z.input<R>>;
}

export function defineUploadRoute<R extends z.ZodType>(
  definition: UploadRouteDefinition<R>,
): DescribedHandler {
  return describeHandler(
    async (request) => {
      let ctx: Context | undefined;
      let limit: RateLimitState | undefined;
      try {
        ctx = anonymousContext(request.headers);
        limit = await takePoint(ctx, "request");
        checkSameOrigin(ctx, request.headers);
        ctx = await sessionContext(request.headers);
        const { actor } = ctx;
        if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
        limit = await takePoint(ctx, definition.cost);
        const signedIn = { ...ctx, actor };
        const data = await withUpload(signedIn, request, definition.upload.maxBytes, (bytes) =>
          definition.handle(signedIn, bytes),
        );
        const response = successEnvelope(ctx, data);
        setRateLimitHeaders(response, limit);
        return response;
      } catch (error) {
        const stamp = ctx ?? { now: new Date(), requestId: newId<string>() };
        const response = errorEnvelope(stamp, toDomainError(ctx, error));
        setRateLimitHeaders(response, limit);
        return response;
      }
    },
    { ...definition, access: "session" },
  );
}
