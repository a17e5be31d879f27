/** A link becomes a session, in which a passkey can be added. */
import type { Context } from "#lib/context/context.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { type CeremonyRule, refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { checkPointsLeft, countFailure } from "#lib/rate-limit/rate-limit.ts";
import { openRecoveredSession, type Recovered } from "../open-recovered-session.ts";
import { objectionToLink } from "./check-may-use-link.ts";
import { isLinkOffered } from "./is-link-offered.ts";
import { type OpenedLink, presentedLink } from "./link-token.ts";
import { lockOwnerOfLink, takeLink } from "./store.ts";

/**
 * One answer for links that are unknown, used, replaced or expired, and for those whose person may not come in by them.
 * @throws DomainError AUTHENTICATION_FAILED, RATE_LIMIT_EXCEEDED after some failures
 */
export async function recoverByLink(ctx: Context, opened: OpenedLink): Promise<Recovered> {
  await checkPointsLeft(ctx, "ceremony_failure");
  return await auditRefusal(ctx, "recovery.failed", async () => {
    const outcome = await useLink(ctx, opened);
    if ("session" in outcome) return outcome;
    await countFailure(ctx, "ceremony_failure");
    throw refuse("AUTHENTICATION_FAILED", outcome.rule, {
      words: { key: "recoveryLinkDead" },
      ...outcome.evidence,
    });
  });
}

interface Dead {
  readonly rule: CeremonyRule;
  readonly evidence: { readonly subjectUserId?: Recovered["user"]["id"] };
}

/** Commits whatever it decides: the first try spends the link. */
async function useLink(ctx: Context, opened: OpenedLink): Promise<Recovered | Dead> {
  const { purpose } = opened;
  const link = isLinkOffered(ctx.config, purpose) ? presentedLink(opened, ctx.now) : undefined;
  if (!link) return { rule: "link_unknown", evidence: {} };
  return await ctx.db.transaction(async (tx) => {
    // Held until the end: nobody is disabled or given a role in between.
    const person = await lockOwnerOfLink(tx, link);
    if (!(await takeLink(tx, link)) || !person) return { rule: "link_unknown", evidence: {} };
    const rule = objectionToLink(person, purpose);
    if (rule) return { rule, evidence: { subjectUserId: person.id } };
    return await openRecoveredSession(ctx, tx, {
      person,
      method: purpose === "recovery" ? "recovery_link" : "email_link",
    });
  });
}
