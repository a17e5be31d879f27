/** Makes the target of a plain form of ours: limit → same origin → session → parse → operation → redirect. */
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import type { CreatedSession } from "#lib/sessions/create-session.ts";
import { cookieAfterSignIn } from "./browser-sessions.ts";
import { pageLook } from "./page-look.ts";
import { mediaType, parseInput, readText } from "./read-body.ts";
import { refusalPage } from "./refusal-page.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { toDomainError } from "./unexpected-error.ts";

export interface FormAnswer {
  /** A path of ours. */
  readonly location: `/${string}`;
  /** A session that the browser is to show from now on. */
  readonly session?: CreatedSession;
  /** A further `Set-Cookie`. */
  readonly cookie?: string;
}

export interface FormRoute<S extends z.ZodType> {
  readonly form: S;
  readonly handle: (ctx: Context, input: z.infer<S>, request: Request) => Promise<FormAnswer>;
  /** The page that explains a refusal; undefined for those that get a page of their own. */
  readonly refused: (
    refusal: DomainError,
    input: z.infer<S>,
    request: Request,
  ) => FormAnswer["location"] | undefined;
}

export function defineFormRoute<S extends z.ZodType>(
  route: FormRoute<S>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    let ctx: Context | undefined;
    let input: { readonly value: z.infer<S> } | undefined;
    try {
      ctx = anonymousContext(request.headers);
      await takePoint(ctx, "request");
      checkSameOrigin(ctx, request.headers);
      ctx = await sessionContext(request.headers);
      input = { value: await readFields(request, route.form) };
      return await encode(ctx, request, await route.handle(ctx, input.value, request));
    } catch (error) {
      const refusal = toDomainError(ctx, error);
      const location = input && route.refused(refusal, input.value, request);
      if (ctx && location) return redirect(ctx, location);
      return refusalPage(await pageLook(request, ctx), refusal);
    }
  };
}

async function encode(ctx: Context, request: Request, answer: FormAnswer): Promise<Response> {
  const response = redirect(ctx, answer.location);
  if (answer.session)
    response.headers.append(
      "Set-Cookie",
      await cookieAfterSignIn(ctx, request.headers.get("cookie"), answer.session),
    );
  if (answer.cookie) response.headers.append("Set-Cookie", answer.cookie);
  return response;
}

/** 303: the next request is a GET, and reloading the page that it shows sends no form again. */
function redirect(ctx: Context, location: FormAnswer["location"]): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: `${ctx.config.baseUrl}${location}`, "Cache-Control": "no-store" },
  });
}

/** @throws DomainError for what no page of ours sends */
async function readFields<S extends z.ZodType>(request: Request, schema: S): Promise<z.infer<S>> {
  if (mediaType(request) !== "application/x-www-form-urlencoded")
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE", {
      message: "Send the fields as application/x-www-form-urlencoded.",
    });
  const fields = [...new URLSearchParams(await readText(request))];
  const names = new Set(fields.map(([name]) => name));
  if (names.size !== fields.length || fields.some(([, value]) => value.includes("\0")))
    throw new DomainError("INVALID_REQUEST");
  return parseInput(schema, Object.fromEntries(fields));
}
