/** Makes an endpoint to which apps send a form and prove who they are: token, and those that authenticate as it does. */
import type { Context } from "#lib/context/context.ts";
import type { CorsRule } from "./oauth-cors.ts";
import { readForm } from "./oauth-form.ts";
import { defineMachineRoute } from "./oauth-machine-route.ts";

export interface ClientRequest {
  readonly entries: readonly (readonly [string, string])[];
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  /** The `DPoP` header as sent (RFC 9449). */
  readonly dpop: string | undefined;
}

export interface ClientRoute {
  readonly cors: CorsRule;
  /** Whether proofs of keys mean something here. */
  readonly dpop: boolean;
  readonly answer: (ctx: Context, request: ClientRequest) => Promise<Response>;
}

/** A client that failed by the header is told so by the header (RFC 6749 section 5.2). */
export function defineClientRoute({
  cors,
  dpop,
  answer,
}: ClientRoute): (request: Request) => Promise<Response> {
  return defineMachineRoute({
    cors,
    limited: true,
    dpop,
    challenge: (request) => (request.headers.has("authorization") ? "Basic" : undefined),
    handle: async (ctx, request) =>
      answer(ctx, {
        entries: await readForm(request),
        authorization: request.headers.get("authorization") ?? undefined,
        dpop: request.headers.get("dpop") ?? undefined,
      }),
  });
}
