/** The accounts that this browser knows, as the sign-in page offers them. */
import { headers } from "next/headers";
import type { KnownAccount } from "#components/passkey/known-accounts.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import type { Context } from "#lib/context/context.ts";
import { readKnownAccounts } from "#lib/http/known-accounts-cookie.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeKnownPeople } from "#lib/users/describe-known-people.ts";
import { ownPicture } from "../../own-picture.ts";
import { arrangeAccounts, type Wanted } from "./arrange-accounts.ts";

export async function knownAccounts(
  ctx: Context,
  t: Translate,
  { loginHint }: Pick<Wanted, "loginHint">,
): Promise<KnownAccount[]> {
  const ids = await readKnownAccounts(ctx, (await headers()).get("cookie"));
  const people = await describeKnownPeople(ctx, ids);
  const shown = ctx.actor.type === "user" ? ctx.actor.username : undefined;
  return arrangeAccounts(people, { loginHint, shown }).map(({ id, displayName, username, picture }) => ({
    id,
    username,
    avatar: <Avatar name={displayName} picture={ownPicture(picture, ctx.config.baseUrl)} size="small" />,
    label: t.rich("signIn.continueAs", { name: () => <bdi>{displayName}</bdi> }),
    forgetLabel: t("signIn.forget", { name: displayName }),
  }));
}
