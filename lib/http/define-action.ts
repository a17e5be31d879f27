/** Makes a server action out of a definition: limit → same origin → session → parse → operation. */
import { headers } from "next/headers";
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { DomainError, type FieldProblem } from "#lib/errors/domain-error.ts";
import { problemWords } from "#lib/errors/problem-words.ts";
import { refusalWords } from "#lib/errors/refusal-words.ts";
import { translator } from "#lib/i18n/translator.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import type { SignedInContext } from "./define-route.ts";
import { parseInput } from "./read-body.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { requestLocale } from "./request-locale.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { toDomainError } from "./unexpected-error.ts";

/** What a form shows after an action that refused. */
export interface ActionFailure {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string;
}

export interface ActionDefinition<A extends "optional" | "session", S extends z.ZodType> {
  readonly access: A;
  readonly form: S;
  readonly handle: (ctx: A extends "session" ? SignedInContext : Context, input: z.infer<S>) => Promise<void>;
  /** Runs outside the error table, because Next's `redirect` works by throwing. */
  readonly afterwards: (input: z.infer<S>) => void;
}

/** The action returns only when it refused; on success `afterwards` redirects. */
export function defineAction<A extends "optional" | "session", S extends z.ZodType>(
  definition: ActionDefinition<A, S>,
): (form: FormData) => Promise<ActionFailure | undefined> {
  return async (form) => {
    const requestHeaders = await headers();
    let ctx: Context | undefined;
    let input: z.infer<S>;
    try {
      ctx = anonymousContext(requestHeaders);
      await takePoint(ctx, "request");
      checkSameOrigin(ctx, requestHeaders);
      ctx = await sessionContext(requestHeaders);
      if (definition.access === "session" && ctx.actor.type !== "user")
        throw new DomainError("UNAUTHENTICATED");
      input = parseInput(definition.form, formEntries(form));
      await definition.handle(ctx as never, input);
    } catch (error) {
      return actionFailure(requestHeaders, ctx, error);
    }
    definition.afterwards(input);
    return undefined;
  };
}

/** What a form shows of whatever an action threw. */
export function actionFailure(
  requestHeaders: Headers,
  ctx: Context | undefined,
  error: unknown,
): ActionFailure {
  const refusal = toDomainError(ctx, error);
  const t = translator(ctx?.locale ?? requestLocale(requestHeaders, { instance: "en" }));
  return {
    code: refusal.code,
    message: refusalWords(t, refusal),
    fields: (refusal.fields ?? []).map((field) => ({ path: field.path, message: problemWords(t, field) })),
    requestId: ctx?.requestId ?? "",
  };
}

/** Text fields only; React's own `$ACTION_` fields are not the form's. A repeated field is refused. */
export function formEntries(form: FormData): Record<string, string> {
  const entries = new Map<string, string>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION_")) continue;
    if (typeof value !== "string" || entries.has(name) || value.includes("\0")) {
      throw new DomainError("INVALID_REQUEST", {
        fields: [{ path: name, message: "must be one text value" }],
      });
    }
    entries.set(name, value);
  }
  return Object.fromEntries(entries);
}
