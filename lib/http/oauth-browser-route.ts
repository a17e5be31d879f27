/** Makes a protocol endpoint that browsers visit: limit → session → operation → redirect, refusals as a page. */
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { PageError } from "#lib/oidc/page-error.ts";
import { checkParameters, readParameters } from "#lib/oidc/parameters.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { setWaitHeaders } from "./envelope.ts";
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
      const answer = await route.handle(ctx, request);
      return route.sameOrigin && isPageLoad(request) ? encodeHandOver(ctx, answer) : encode(ctx, answer);
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

/**
 * Chromium applies `form-action` to every redirect that follows a form, those of the app included, whose addresses nobody
 * here knows. A page of our own ends the form's journey; what follows it is a plain navigation.
 */
function encodeHandOver(ctx: Context, answer: BrowserAnswer): Response {
  const target = new URL(answer.location);
  if (target.origin === ctx.config.baseUrl) return encode(ctx, answer);
  const response = htmlPage({
    status: 200,
    title: "Taking you back",
    paragraphs: [`You return to ${target.host === "" ? "the app" : target.host}.`],
    requestId: ctx.requestId,
    goOn: { location: answer.location, label: "Continue" },
  });
  if (answer.signedOut) response.headers.append("Set-Cookie", clearedSessionCookie(ctx));
  return response;
}

/** A browser that shows the answer (Fetch Metadata); a program follows `Location` and knows no `form-action`. */
function isPageLoad(request: Request): boolean {
  const destination = request.headers.get("sec-fetch-dest");
  return destination === "document" || destination === "iframe";
}

function errorPage(ctx: Context | undefined, error: unknown): Response {
  const requestId = ctx?.requestId ?? newId<string>();
  if (error instanceof PageError) {
    const { explanation, facts } = error;
    return htmlPage({ status: 400, title: pageTitle, paragraphs: [explanation], facts, requestId });
  }
  if (error instanceof OAuthError)
    return htmlPage({ status: 400, title: pageTitle, paragraphs: [error.description], requestId });
  const refusal = toDomainError(ctx, error);
  const { code, publicMessage } = refusal;
  const { status, message } = errorTable[code];
  const page = htmlPage({ status, title: pageTitle, paragraphs: [publicMessage ?? message], requestId });
  setWaitHeaders(page, refusal);
  return page;
}

const pageTitle = "This did not work";
