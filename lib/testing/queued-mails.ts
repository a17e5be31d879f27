/** The mails that wait in a test's outbox, opened and composed as their recipients would get them. */
import { asc, eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import { type Letter, renderMail } from "#lib/mail-templates/render-mail.ts";
import { mailPayloadSchema } from "#lib/outbox/schema.ts";
import { openPayload } from "#lib/outbox/seal-payload.ts";
import { type TestDatabase, testNow } from "./test-database.ts";

/** Oldest first; `message` holds the template's name and props. */
export async function queuedMails(t: TestDatabase, variables: Record<string, string> = {}) {
  const rows = await t.db
    .select()
    .from(outboxMessages)
    .where(eq(outboxMessages.kind, "mail"))
    .orderBy(asc(outboxMessages.id));
  return await Promise.all(
    rows.map(async (row) => {
      const { subjectUserId, payload } = openPayload(t.keyring, row);
      const letter = mailPayloadSchema.parse(payload) as Letter;
      return {
        ...letter,
        subjectUserId,
        mail: await renderMail(t.runtime(variables).config, letter, testNow),
      };
    }),
  );
}
