/** Makes an endpoint that answers with a file: limit → own page or none → caller → operation → the file, in pieces. */
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { administrationContext } from "./administration-context.ts";
import type { SignedInContext } from "./define-route.ts";
import { errorEnvelope } from "./envelope.ts";
import { readQuery } from "./query-parameters.ts";
import { parseInput } from "./read-body.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { type DescribedHandler, describeHandler, type RouteContract } from "./route-contract.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { streamFile } from "./streamed-response.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface Download {
  readonly filename: string;
  /** JSON where absent. */
  readonly mediaType?: string;
  readonly pieces: AsyncGenerator<string>;
}

type DownloadAccess = "session" | "administration";

export interface DownloadRouteDefinition<A extends DownloadAccess, Q extends z.ZodType>
  extends Omit<RouteContract, "access" | "bare" | "method"> {
  readonly access: A;
  readonly query?: Q;
  readonly handle: (
    ctx: A extends "session" ? SignedInContext : Context,
    query: z.infer<Q>,
  ) => Promise<Download>;
}

/** Links of other sites do not start it either: a download that nobody asked for would lie among a person's files. */
export function defineDownloadRoute<A extends DownloadAccess, Q extends z.ZodType = z.ZodUndefined>(
  definition: DownloadRouteDefinition<A, Q>,
): DescribedHandler {
  return describeHandler(
    async (request) => {
      let ctx: Context | undefined;
      try {
        ctx = anonymousContext(request.headers);
        await takePoint(ctx, "request");
        ctx = await callerContext(ctx, definition.access, request);
        const query = definition.query && parseInput(definition.query, readQuery(request.url));
        // The checks above are what the conditional types of the definition stand for.
        const { filename, mediaType, pieces } = await definition.handle(ctx as never, query as never);
        return streamFile(pieces, mediaType ?? "application/json", filename);
      } catch (error) {
        const stamp = ctx ?? { now: new Date(), requestId: newId<string>() };
        return errorEnvelope(stamp, toDomainError(ctx, error));
      }
    },
    { ...definition, method: "GET", bare: true },
  );
}

/** @throws DomainError CROSS_ORIGIN, UNAUTHENTICATED */
async function callerContext(ctx: Context, access: DownloadAccess, request: Request): Promise<Context> {
  // A key is sent by no page of another site.
  if (access === "administration" && request.headers.has("authorization"))
    return await administrationContext(ctx, request);
  checkSameOrigin(ctx, request.headers);
  if (access === "administration") return await administrationContext(ctx, request);
  const found = await sessionContext(request.headers);
  if (found.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return found;
}
