/** Sends an invitation to the address that it is for. */
import type { InvitationRow } from "#drizzle/schema/invitations.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";

interface InvitationMail {
  readonly row: Pick<InvitationRow, "email" | "expiresAt">;
  readonly link: string;
  readonly locale: Locale | undefined;
}

/** False where there is no address or no mail server. Whoever makes it has the link in any case. */
export async function mailInvitation(
  ctx: Context,
  tx: Db,
  { row, link, locale }: InvitationMail,
): Promise<boolean> {
  if (row.email === null) return false;
  return await queueMail(ctx, tx, {
    to: row.email,
    locale,
    // Nobody yet: they have no account.
    subjectUserId: undefined,
    template: "invitation",
    props: {
      invitedBy: ctx.actor.type === "user" ? ctx.actor.displayName : null,
      link,
      expiresAt: row.expiresAt.toISOString(),
    },
  });
}
