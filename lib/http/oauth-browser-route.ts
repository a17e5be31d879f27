/** Makes a protocol endpoint that browsers visit: limit → session → operation → redirect, refusals as a page. */
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { PageError } from "#lib/oidc/page-error.ts";
import { checkParameters, readParameters } from "#lib/oidc/parameters.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { htmlPage } from "./html-page.ts";
import { readForm } from "./oauth-form.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { clearedSessionCookie } from "./session-cookie.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface BrowserAnswer {
  readonly location: string;
  readonly signedOut?: boolean;
}

export interface BrowserRoute {
  /** True for our own forms: another site's page may not submit them. */
  readonly sameOrigin: boolean;
  readonly handle: (ctx: Context, request: Request) => Promise<BrowserAnswer>;
}

export function defineBrowserRoute(route: BrowserRoute): (request: Request) => Promise<Response> {
  return async (request) => {
    let ctx: Context | undefined;
    try {
      ctx = anonymousContext(request.headers);
      await takePoint(ctx, "request");
      if (route.sameOrigin) checkSameOrigin(ctx, request.headers);
      ctx = await sessionContext(request.headers);
      return encode(ctx, await route.handle(ctx, request));
    } catch (error) {
      return errorPage(ctx, error);
    }
  };
}

/** The two fields of our plain forms. @throws PageError for anything that our pages do not send */
export async function readDecisionForm<D extends string>(
  request: Request,
  decisions: readonly D[],
): Promise<{ interaction: string; decision: D }> {
  const parameters = readParameters(await readForm(request), { interaction: 43, decision: 16 });
  checkParameters(parameters);
  const { interaction = "", decision } = parameters.values;
  const known = decisions.find((candidate) => candidate === decision);
  if (known === undefined)
    throw new PageError("malformed_form", "The form was sent without an answer. Go back.");
  return { interaction, decision: known };
}

function encode(ctx: Context, { location, signedOut = false }: BrowserAnswer): Response {
  // 303: whatever the method was, the next request is a GET (and a code never meets a form's body again).
  const response = new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store" },
  });
  if (signedOut) response.headers.append("Set-Cookie", clearedSessionCookie(ctx));
  return response;
}

function errorPage(ctx: Context | undefined, error: unknown): Response {
  const requestId = ctx?.requestId ?? newId<string>();
  if (error instanceof PageError) {
    const { explanation, facts } = error;
    return htmlPage({ status: 400, title: pageTitle, paragraphs: [explanation], facts, requestId });
  }
  if (error instanceof OAuthError)
    return htmlPage({ status: 400, title: pageTitle, paragraphs: [error.description], requestId });
  const { code, publicMessage, retryAfterSeconds } = toDomainError(ctx, error);
  const { status, message } = errorTable[code];
  const page = htmlPage({ status, title: pageTitle, paragraphs: [publicMessage ?? message], requestId });
  if (retryAfterSeconds !== undefined) page.headers.set("Retry-After", String(retryAfterSeconds));
  return page;
}

const pageTitle = "This did not work";
