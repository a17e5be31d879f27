/** Makes a protocol endpoint that browsers visit: limit → session → operation → redirect, refusals as a page. */
import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { PageError } from "#lib/oidc/page-error.ts";
import { checkParameters, readParameters } from "#lib/oidc/parameters.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { cookieAfterChoice, cookieAfterSignOut } from "./browser-sessions.ts";
import { type HtmlPage, htmlPage } from "./html-page.ts";
import { readForm } from "./oauth-form.ts";
import { type PageLook, pageLook } from "./page-look.ts";
import { refusalPage } from "./refusal-page.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { signedOutPage } from "./signed-out-page.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface BrowserAnswer {
  readonly location: string;
  /** Posted to `location` by a page of ours instead (OAuth 2.0 Form Post Response Mode). */
  readonly form?: Readonly<Record<string, string>>;
  /** Sessions of this browser were ended: they leave its cookie. */
  readonly signedOut?: boolean;
  /** Pages of apps that sign the person out there, loaded in frames before the browser goes on. */
  readonly frames?: readonly string[];
  /** The session that the browser shows from now on. */
  readonly chosenSessionId?: SessionId;
  /** Further `Set-Cookie` values. */
  readonly cookies?: readonly string[];
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
      const uiLocales = new URL(request.url).searchParams.get("ui_locales") ?? undefined;
      ctx = anonymousContext(request.headers, { uiLocales });
      await takePoint(ctx, "request");
      if (route.sameOrigin) checkSameOrigin(ctx, request.headers);
      ctx = await sessionContext(request.headers, { uiLocales });
      const answer = await route.handle(ctx, request);
      const response = await encode(ctx, request, answer, route.sameOrigin);
      await setCookie(ctx, request, response, answer);
      return response;
    } catch (error) {
      return errorPage(await pageLook(request, ctx), ctx, error);
    }
  };
}

/** The fields of our plain forms: which request, the answer, and for whom it was given. @throws PageError for anything that our pages do not send */
export async function readDecisionForm<D extends string>(
  request: Request,
  decisions: readonly D[],
): Promise<{ interaction: string; decision: D; sessionId: string | undefined }> {
  const limits = { interaction: 43, decision: 16, session: 36 };
  const parameters = readParameters(await readForm(request), limits);
  checkParameters(parameters);
  const { interaction = "", decision, session: sessionId } = parameters.values;
  const known = decisions.find((candidate) => candidate === decision);
  if (known === undefined)
    throw new PageError("malformed_form", "The form was sent without an answer. Go back.");
  return { interaction, decision: known, sessionId };
}

/** The account chooser's form. @throws OAuthError for anything that our page does not send */
export async function readAccountChoice(
  request: Request,
): Promise<{ interaction: string; sessionId: string }> {
  const parameters = readParameters(await readForm(request), { interaction: 43, session: 36 });
  checkParameters(parameters);
  return { interaction: parameters.values.interaction ?? "", sessionId: parameters.values.session ?? "" };
}

async function encode(
  ctx: Context,
  request: Request,
  answer: BrowserAnswer,
  ownForm: boolean,
): Promise<Response> {
  if (answer.frames && answer.frames.length > 0)
    return signedOutPage(await pageLook(request, ctx), answer.location, answer.frames, nonceOf(request));
  if (answer.form) return encodeFormPost(await pageLook(request, ctx), request, answer.location, answer.form);
  return ownForm && isPageLoad(request)
    ? encodeHandOver(ctx, await pageLook(request, ctx), answer)
    : encodeRedirect(answer);
}

async function setCookie(
  ctx: Context,
  request: Request,
  response: Response,
  { signedOut, chosenSessionId, cookies = [] }: BrowserAnswer,
): Promise<void> {
  const held = request.headers.get("cookie");
  const cookie = signedOut
    ? await cookieAfterSignOut(ctx, held)
    : chosenSessionId && (await cookieAfterChoice(ctx, held, chosenSessionId));
  if (cookie) response.headers.append("Set-Cookie", cookie);
  for (const further of cookies) response.headers.append("Set-Cookie", further);
}

/** `state` and codes are in the page: like every page of the protocol it is kept by nobody. */
function encodeFormPost(
  look: PageLook,
  request: Request,
  action: string,
  fields: Readonly<Record<string, string>>,
): Response {
  const { t } = look;
  return htmlPage(look, {
    status: 200,
    title: t("handOver.title"),
    paragraphs: [t("handOver.body", { host: new URL(action).host })],
    post: { action, fields, label: t("handOver.continue"), nonce: nonceOf(request) },
  });
}

/** The server put the page's policy on the request too (server/next-lane.ts). */
function nonceOf(request: Request): string | undefined {
  return /'nonce-([A-Za-z0-9+/=]{16,64})'/.exec(request.headers.get("content-security-policy") ?? "")?.[1];
}

function encodeRedirect({ location }: BrowserAnswer): Response {
  // 303: whatever the method was, the next request is a GET (and a code never meets a form's body again).
  return new Response(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store" },
  });
}

/**
 * Chromium applies `form-action` to every redirect that follows a form, those of the app included, whose addresses nobody
 * here knows. A page of our own ends the form's journey; what follows it is a plain navigation.
 */
function encodeHandOver(ctx: Context, look: PageLook, answer: BrowserAnswer): Response {
  const target = new URL(answer.location);
  if (target.origin === ctx.config.baseUrl) return encodeRedirect(answer);
  const { t } = look;
  return htmlPage(look, {
    status: 200,
    title: t("handOver.title"),
    paragraphs: [target.host === "" ? t("handOver.bodyNative") : t("handOver.body", { host: target.host })],
    goOn: { location: answer.location, label: t("handOver.continue") },
  });
}

/** A browser that shows the answer (Fetch Metadata); a program follows `Location` and knows no `form-action`. */
function isPageLoad(request: Request): boolean {
  const destination = request.headers.get("sec-fetch-dest");
  return destination === "document" || destination === "iframe";
}

function errorPage(look: PageLook, ctx: Context | undefined, error: unknown): Response {
  const { t } = look;
  const title = t("protocolError.title");
  if (error instanceof PageError) {
    const facts = error.facts.map(({ kind, name = "", value }) => ({
      name: t(`protocolError.facts.${kind}`, { name }),
      value,
    }));
    return htmlPage(look, { status: 400, title, facts, ...explain(t, error) });
  }
  if (error instanceof OAuthError)
    return htmlPage(look, {
      status: 400,
      title,
      paragraphs: [t("protocolError.refused")],
      detail: error.description,
    });
  return refusalPage(look, toDomainError(ctx, error));
}

/** Some refusals mean something to the person, too; of the others they learn whom to tell. */
function explain(t: Translate, { reason, explanation }: PageError): Pick<HtmlPage, "paragraphs" | "detail"> {
  const key = `protocolError.reasons.${reason}` as "protocolError.reasons.unknown_client";
  return t.has(key)
    ? { paragraphs: [t(key)] }
    : { paragraphs: [t("protocolError.refused")], detail: explanation };
}
