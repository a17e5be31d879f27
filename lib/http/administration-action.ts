/** Makes a form of the administration out of a definition: limit → same origin → session → parse → operation. */
import { headers } from "next/headers";
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Permission } from "#lib/permissions/schema.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { type ActionFailure, actionFailure } from "./define-action.ts";
import { parseInput } from "./read-body.ts";
import { anonymousContext, sessionContext } from "./request-context.ts";
import { checkSameOrigin } from "./same-origin.ts";

/** What a form shows when the action is over. */
export type ActionOutcome<R = unknown> =
  | { readonly status: "done"; readonly result: R }
  | { readonly status: "refused"; readonly failure: ActionFailure };

export interface AdministrationActionDefinition<S extends z.ZodType, R> {
  /** Verb and noun, such as `disable-user`: what tests and logs call it. */
  readonly name: string;
  /** What the operation asks for; tests hold every role against it. */
  readonly permission: Permission;
  readonly form: S;
  /** The fields that may come more than once, each as a list; all others are one text. */
  readonly lists?: readonly string[];
  /** The result reaches the browser: nothing in it that the page may not show. */
  readonly handle: (ctx: Context, input: z.infer<S>) => Promise<R>;
}

export type AdministrationAction<R> = ((form: FormData) => Promise<ActionOutcome<R>>) & {
  readonly definition: AdministrationActionDefinition<z.ZodType, R>;
};

/** The permission is checked by the operation, whoever calls it; the action only brings the caller to it. */
export function administrationAction<S extends z.ZodType, R>(
  definition: AdministrationActionDefinition<S, R>,
): AdministrationAction<R> {
  const act = async (form: FormData): Promise<ActionOutcome<R>> => {
    const requestHeaders = await headers();
    let ctx: Context | undefined;
    try {
      ctx = anonymousContext(requestHeaders);
      await takePoint(ctx, "request");
      checkSameOrigin(ctx, requestHeaders);
      ctx = await sessionContext(requestHeaders);
      if (ctx.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
      const input = parseInput(definition.form, readFields(form, definition.lists ?? []));
      return { status: "done", result: await definition.handle(ctx, input) };
    } catch (error) {
      return { status: "refused", failure: actionFailure(requestHeaders, ctx, error) };
    }
  };
  return Object.assign(act, { definition: definition as never });
}

/** Text fields only; React's own `$ACTION_` fields are not the form's. A repeated field is a list or refused. */
function readFields(form: FormData, lists: readonly string[]): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>(lists.map((name) => [name, []]));
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION_")) continue;
    const known = fields.get(name);
    if (typeof value !== "string" || value.includes("\0") || typeof known === "string")
      throw new DomainError("INVALID_REQUEST", {
        fields: [{ path: name, message: "must be one text value" }],
      });
    if (known) known.push(value);
    else fields.set(name, value);
  }
  return Object.fromEntries(fields);
}
