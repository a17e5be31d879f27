/** Does one thing to many, each in a transaction of its own: what stands in the way of one does not keep the others. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { refusalWords } from "#lib/errors/refusal-words.ts";
import { translator } from "#lib/i18n/translator.ts";
import { type BulkOutcome, mostAtOnce } from "./schema.ts";

export interface BulkItem<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/** `change` says whether anything is otherwise now. Codes after which nobody else would be let through end the whole. */
export async function changeEach<Id extends string>(
  ctx: Context,
  items: readonly BulkItem<Id>[],
  change: (id: Id) => Promise<boolean>,
): Promise<BulkOutcome> {
  if (items.length > mostAtOnce) throw new DomainError("INVALID_REQUEST");
  const t = translator(ctx.locale);
  const changed: Id[] = [];
  const refused: { id: Id; name: string; message: string }[] = [];
  let unchanged = 0;
  for (const { id, name } of items) {
    try {
      if (await change(id)) changed.push(id);
      else unchanged += 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === "STEP_UP_REQUIRED") throw error;
      refused.push({ id, name, message: refusalWords(t, error) });
    }
  }
  return { changed, unchanged, refused };
}
