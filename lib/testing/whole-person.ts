/** Somebody of whom everything is known that can be known, through the real operations. */
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { requestEmailChange } from "#lib/accounts/email/request-email.ts";
import { createInvitation } from "#lib/accounts/invitations/create-invitation.ts";
import { setOwnPicture } from "#lib/accounts/pictures/set-own-picture.ts";
import { updateOwnProfile } from "#lib/accounts/profile/update-profile.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import type { Context } from "#lib/context/context.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import { type Person, signUp } from "./authenticator/sign-up.ts";
import { buildGroup } from "./build-group.ts";
import { buildCode, redeemTestCode, type TestClient } from "./token-requests.ts";

export interface WholePerson extends Person {
  readonly groupName: string;
  readonly pendingEmail: string;
  readonly tokens: { readonly access: string; readonly refresh: string };
}

/** Words by which whatever is left of the person would be recognised. */
export const wholeProfile = {
  displayName: "Zora Quillfeather",
  givenName: "Zora",
  familyName: "Quillfeather",
  middleName: "Ottoline",
  nickname: "Zozo",
  website: "https://quillfeather.example/",
  profile: "https://people.example/quillfeather",
  gender: "unguessed",
  birthdate: "1987-03-14",
  zoneinfo: "Pacific/Chatham",
  locale: "fr-CH",
  address: { streetAddress: "Nightingale Row 9", locality: "Waitangi", postalCode: "8016", country: "NZ" },
  phoneNumber: "+64331234567",
} as const;

/** Signed up by an invitation to their address, with a session that has just been confirmed. */
export async function buildWholePerson(ctx: Context, app: TestClient): Promise<WholePerson> {
  const operator: Context = { ...ctx, actor: { type: "operator" } };
  const username = `${randomUUID()}@quillfeather.example`;
  const group = await buildGroup(ctx.db);
  const { link } = await createInvitation(operator, { email: username, groups: [group.id], note: username });
  const invitation = new URL(link).searchParams.get("invitation") ?? "";
  const person = await signUp(ctx, { username, displayName: wholeProfile.displayName, invitation });
  const { userId } = person.actor;
  const own: Context = { ...ctx, actor: person.actor };
  await updateOwnProfile(own, wholeProfile);
  const photo = sharp({ create: { width: 9, height: 9, channels: 3, background: "#808080" } });
  await setOwnPicture(own, await photo.png().toBuffer());
  await setCustomClaim(operator, { owner: { user: userId }, name: "employee", value: "quill-4711" });
  await makeRecoveryCodes(own);
  await createRecoveryLink(operator, { userId, mail: false });
  const pendingEmail = `${randomUUID()}@elsewhere.example`;
  await requestEmailChange(own, { email: pendingEmail });
  const code = await buildCode(ctx, app.client, person.actor, { scopes: ["openid", "offline_access"] });
  const tokens = await redeemTestCode(ctx, app, code);
  const { sessionId } = person.actor;
  await ctx.db.insert(sessionClients).values({ sessionId, clientId: app.client.id, createdAt: ctx.now });
  // A further one that nobody has redeemed.
  await buildCode(ctx, app.client, person.actor);
  return {
    ...person,
    groupName: group.name,
    pendingEmail,
    tokens: { access: tokens.access_token, refresh: tokens.refresh_token ?? "" },
  };
}
