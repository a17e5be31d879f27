/** Makes the action of an account page's form: limit → same origin → session → parse → operation → what the form shows. */
import { headers } from "next/headers";
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { formEntries } from "./define-action.ts";
import type { SignedInContext } from "./define-route.ts";
import { parseInput } from "./read-body.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { checkSameOrigin } from "./same-origin.ts";
import { toDomainError } from "./unexpected-error.ts";

/** What `useActionState` holds: the page comes back with it where no script runs. */
export type FormState<R = unknown> =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly result: R }
  | {
      readonly status: "refused";
      readonly code: string;
      /** The fields that were refused. */
      readonly fields: readonly string[];
      readonly requestId: string;
      /** As they were typed: a refusal must lose nothing. */
      readonly values: Readonly<Record<string, string>>;
    };

interface FormActionDefinition<S extends z.ZodType, R> {
  readonly form: S;
  /** The result reaches the browser. */
  readonly handle: (ctx: SignedInContext, input: z.infer<S>) => Promise<R>;
}

export function formAction<S extends z.ZodType, R>(
  definition: FormActionDefinition<S, R>,
): (form: FormData) => Promise<FormState<R>> {
  return async (form) => {
    const requestHeaders = await headers();
    let ctx: Context | undefined;
    let values: Record<string, string> = {};
    try {
      ctx = anonymousContext(requestHeaders);
      await takePoint(ctx, "request");
      checkSameOrigin(ctx, requestHeaders);
      ctx = await sessionContext(requestHeaders);
      const { actor } = ctx;
      values = formEntries(form);
      if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
      const input = parseInput(definition.form, values);
      return { status: "done", result: await definition.handle({ ...ctx, actor }, input) };
    } catch (error) {
      const { code, fields = [] } = toDomainError(ctx, error);
      return {
        status: "refused",
        code,
        fields: [...new Set(fields.map(({ path }) => path))],
        requestId: ctx?.requestId ?? "",
        values,
      };
    }
  };
}
