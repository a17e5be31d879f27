/** Makes a protocol endpoint that programs call: limit → operation → JSON, errors in the RFC's shape, CORS. */
import type { Context } from "#lib/context/context.ts";
import { currentDpopNonce } from "#lib/oidc/dpop/dpop-nonce.ts";
import { type RateLimitState, takePoint } from "#lib/rate-limit/rate-limit.ts";
import { setRateLimitHeaders } from "./envelope.ts";
import { applyCors, type CorsRule, preflightResponse } from "./oauth-cors.ts";
import { type Challenge, oauthErrorResponse } from "./oauth-error-response.ts";
import { anonymousContext } from "./request-context.ts";

export interface MachineRoute {
  readonly cors: CorsRule;
  /** Public documents come from memory and are cached by those who read them: they are not counted. */
  readonly limited: boolean;
  readonly challenge?: (request: Request) => Challenge | undefined;
  /** Takes DPoP proofs (RFC 9449): who sends one is told the present nonce. */
  readonly dpop?: boolean;
  readonly handle: (ctx: Context, request: Request) => Promise<Response>;
}

export function defineMachineRoute(route: MachineRoute): (request: Request) => Promise<Response> {
  return async (request) => {
    let ctx: Context | undefined;
    let limit: RateLimitState | undefined;
    let response: Response;
    try {
      ctx = anonymousContext(request.headers);
      if (route.limited) limit = await takePoint(ctx, "program_request");
      response = await route.handle(ctx, request);
    } catch (error) {
      response = oauthErrorResponse(ctx, error, route.challenge?.(request), request);
    }
    setRateLimitHeaders(response, limit);
    // RFC 9449 section 8.2: with every answer, so that the next proof has it at hand.
    if (ctx && route.dpop && request.headers.has("dpop"))
      response.headers.set("DPoP-Nonce", currentDpopNonce(ctx));
    return withCors(ctx, request, response, route);
  };
}

/** The look-up of the origin can fail like everything else that asks the database. */
async function withCors(
  ctx: Context | undefined,
  request: Request,
  response: Response,
  { cors, challenge }: MachineRoute,
): Promise<Response> {
  try {
    return await applyCors(request, response, cors);
  } catch (error) {
    return oauthErrorResponse(ctx, error, challenge?.(request), request);
  }
}

/** The `OPTIONS` of such an endpoint (Fetch standard, CORS preflight). */
export function definePreflight(
  cors: CorsRule,
  methods: readonly string[],
): (request: Request) => Promise<Response> {
  return defineMachineRoute({
    cors,
    limited: cors === "registered",
    handle: async () => preflightResponse(methods),
  });
}
