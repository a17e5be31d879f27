/** An administrator ends many sessions, each for itself: what stands in the way of one does not keep the others. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { refusalWords } from "#lib/errors/refusal-words.ts";
import { translator } from "#lib/i18n/translator.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { endSessionOfPerson } from "./end-sessions-of-person.ts";
import { type EndedSessions, mostEndedAtOnce } from "./search/schema.ts";

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; what single ones are refused with is in the results */
export async function endManySessions(ctx: Context, ids: readonly string[]): Promise<EndedSessions> {
  checkPermission(ctx, "sessions.end");
  const own = ctx.actor.type === "user" ? ctx.actor.sessionId : undefined;
  // With one's own session the right to go on ends: it comes last.
  const ordered = [...new Set(ids)]
    .slice(0, mostEndedAtOnce)
    .sort((a, b) => Number(a === own) - Number(b === own));
  const results: EndedSessions["results"][number][] = [];
  let signedOut = false;
  for (const id of ordered) {
    try {
      signedOut ||= (await endSessionOfPerson(ctx, id)).signedOut;
      results.push({ id, ended: true });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const message = refusalWords(translator(ctx.locale), error);
      results.push({ id, ended: false, refusal: { code: error.code, message } });
    }
  }
  return { results, signedOut };
}
