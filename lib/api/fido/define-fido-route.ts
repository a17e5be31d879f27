/** Makes an endpoint of the FIDO conformance interface: switch → limit → origin → parse → operation → ServerResponse. */
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { setRateLimitHeaders, setWaitHeaders } from "#lib/http/envelope.ts";
import { readJson } from "#lib/http/read-body.ts";
import { anonymousContext } from "#lib/http/request-context.ts";
import { checkSameOrigin } from "#lib/http/same-origin.ts";
import { toDomainError } from "#lib/http/unexpected-error.ts";
import { RefusedRule } from "#lib/passkeys/ceremony-refusal.ts";
import { checkPointsLeft, countFailure, type RateLimitState, takePoint } from "#lib/rate-limit/rate-limit.ts";
import { ceremonyLimits } from "../webauthn/ceremony-limits.ts";

export interface FidoRoute<S extends z.ZodType> {
  readonly body: S;
  /** The members that stand beside `status` and `errorMessage`. */
  readonly handle: (ctx: Context, body: z.infer<S>) => Promise<object>;
}

export function defineFidoRoute<S extends z.ZodType>(
  route: FidoRoute<S>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    let ctx: Context | undefined;
    let limit: RateLimitState | undefined;
    let response: Response;
    try {
      ctx = anonymousContext(request.headers);
      // The server keeps these addresses shut by itself; this is for whoever finds another way to the module.
      if (!ctx.config.fidoConformanceApi) throw new DomainError("NOT_FOUND");
      limit = await takePoint(ctx, "request");
      for (const scope of ceremonyLimits.guardedBy) await checkPointsLeft(ctx, scope);
      checkPageOrigin(ctx, request.headers);
      const body = await readJson(request, route.body);
      response = serverResponse({ status: "ok", errorMessage: "", ...(await route.handle(ctx, body)) }, 200);
    } catch (error) {
      response = failedResponse(await countRefusal(ctx, error));
    }
    setRateLimitHeaders(response, limit);
    return response;
  };
}

/**
 * The tool is a program of its own, and its shell may call itself `file://` or `null`: only where a web page asks is its
 * origin looked at. A framed page can be `null` too, but cannot send JSON here: its preflight is not answered.
 */
function checkPageOrigin(ctx: Context, headers: Headers): void {
  const origin = headers.get("origin");
  if (origin === null || /^https?:/i.test(origin)) checkSameOrigin(ctx, headers);
}

async function countRefusal(ctx: Context | undefined, error: unknown): Promise<DomainError> {
  const refusal = toDomainError(ctx, error);
  const { scope, codes } = ceremonyLimits.failureCost;
  try {
    if (ctx && codes.includes(refusal.code)) await countFailure(ctx, scope);
    return refusal;
  } catch (auditError) {
    return toDomainError(ctx, auditError);
  }
}

const longestReason = 200;

/** Unlike everywhere else the rule that said no is told, and what it found: whoever tests has to know why. */
function failedResponse(refusal: DomainError): Response {
  const { status, message } = errorTable[refusal.code];
  const refused = refusal.cause instanceof RefusedRule ? refusal.cause : undefined;
  const rule = refused ? ` (${refused.rule})` : "";
  const fields = (refusal.fields ?? []).map(({ path, message }) => `${path}: ${message}`).join("; ");
  const reason = refused?.cause instanceof Error ? refused.cause.message.slice(0, longestReason) : "";
  const errorMessage = `${refusal.code}${rule}: ${fields || reason || (refusal.publicMessage ?? message)}`;
  const response = serverResponse({ status: "failed", errorMessage }, status);
  setWaitHeaders(response, refusal);
  return response;
}

function serverResponse(body: object, status: number): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}
