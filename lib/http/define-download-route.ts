/** Makes an endpoint that answers with a file: limit → own page or none → session → operation → the file, in pieces. */
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import type { SignedInContext } from "./define-route.ts";
import { errorEnvelope } from "./envelope.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { type DescribedHandler, describeHandler, type RouteContract } from "./route-contract.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { streamFile } from "./streamed-response.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface Download {
  readonly filename: string;
  readonly pieces: AsyncGenerator<string>;
}

export interface DownloadRouteDefinition extends Omit<RouteContract, "access" | "bare" | "method"> {
  readonly handle: (ctx: SignedInContext) => Promise<Download>;
}

/** Links of other sites do not start it either: a download that nobody asked for would lie among a person's files. */
export function defineDownloadRoute(definition: DownloadRouteDefinition): DescribedHandler {
  return describeHandler(
    async (request) => {
      let ctx: Context | undefined;
      try {
        ctx = anonymousContext(request.headers);
        await takePoint(ctx, "request");
        checkSameOrigin(ctx, request.headers);
        ctx = await sessionContext(request.headers);
        const { actor } = ctx;
        if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
        const { filename, pieces } = await definition.handle({ ...ctx, actor });
        return streamFile(pieces, "application/json", filename);
      } catch (error) {
        const stamp = ctx ?? { now: new Date(), requestId: newId<string>() };
        return errorEnvelope(stamp, toDomainError(ctx, error));
      }
    },
    { ...definition, method: "GET", access: "session", bare: true },
  );
}
