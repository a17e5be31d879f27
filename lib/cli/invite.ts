/** `latchkey invite`: a link by which somebody opens an account. */
import { createInvitation } from "#lib/accounts/invitations/create-invitation.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type Command, textOf, textsOf } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const day = 86_400;

export const invite: Command = {
  name: "invite",
  summary: "Print a link by which somebody opens an account. It is not shown again.",
  usage: [
    "[--email EMAIL]        only an account of this name; the link is mailed there, too",
    "[--no-mail]            don't mail it",
    "[--language LANGUAGE]  of the mail (en)",
    "[--group NAME]         puts them into the group; repeatable",
    "[--uses N]             for that many accounts (1)",
    "[--expires-days DAYS]  it works that long (7, at most 90)",
    "[--json]               print one JSON object",
  ],
  options: {
    email: { type: "string" },
    "no-mail": { type: "boolean" },
    language: { type: "string" },
    group: { type: "string", multiple: true },
    uses: { type: "string" },
    "expires-days": { type: "string" },
    json: { type: "boolean" },
  },
  run: async (ctx, values) => {
    const email = textOf(values, "email");
    const uses = wholeNumber(textOf(values, "uses"), 1, 1000);
    const days = wholeNumber(textOf(values, "expires-days"), 7, 90);
    const groups = [];
    for (const name of textsOf(values, "group")) groups.push((await getGroup(ctx, { name })).id);
    const language = textOf(values, "language");
    const { link, invitation, mailed } = await createInvitation(ctx, {
      ...(email === undefined ? {} : { email }),
      mail: values["no-mail"] !== true,
      ...(language === undefined ? {} : { locale: language as Locale }),
      groups,
      uses,
      expiresInSeconds: days * day,
    });
    if (values.json === true)
      return JSON.stringify({ link, id: invitation.id, expiresAt: invitation.expiresAt, mailed });
    return mailed ? `${link}\nThe server also mails it to ${invitation.email}.` : link;
  },
};

function wholeNumber(text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= most) return value;
  throw new UsageError("--uses must be a whole number from 1 to 1000, --expires-days one from 1 to 90.");
}
