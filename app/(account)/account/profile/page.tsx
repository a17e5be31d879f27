/** What is known of a person, as they say it themselves: picture, names, language, e-mail address. */
import type { Metadata } from "next";
import { AccountSection } from "#components/account/account-section.tsx";
import { EmailAddress } from "#components/account/email-address.tsx";
import { PageHeading } from "#components/account/page-heading.tsx";
import { PictureForm } from "#components/account/picture-form.tsx";
import { ProfileForm } from "#components/account/profile-form.tsx";
import { describeEmail } from "#lib/accounts/email/describe-email.ts";
import { mostPictureBytes, pictureMediaTypes } from "#lib/accounts/pictures/schema.ts";
import { getOwnProfile } from "#lib/accounts/profile/get-profile.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { ownPicture } from "../../../own-picture.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { changeEmail, saveProfile, verifyEmail, withdrawEmailRequest } from "./actions.ts";
import { emailWords } from "./email-words.ts";
import { pictureWords } from "./picture-words.ts";
import { profileWords } from "./profile-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("profile.title") };
}

export default async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await signedInPageContext("/account/profile");
  const query = await searchParams;
  const { t, locale, instance } = await pageLanguage();
  const [user, email] = await Promise.all([getOwnProfile(ctx), describeEmail(ctx)]);
  const ceremony = ceremonyWords({ t, locale, instance }, ctx.config);
  const picture = ownPicture(user.picture, ctx.config.baseUrl);
  return (
    <>
      <PageHeading title={t("profile.title")} lead={t("profile.lead")} />
      <div className="mt-8 grid gap-6">
        <AccountSection id="picture" title={t("profile.picture.title")}>
          <PictureForm
            name={user.displayName}
            picture={picture}
            hasPicture={user.picture !== null}
            accept={pictureMediaTypes.join(",")}
            mostBytes={mostPictureBytes}
            words={pictureWords(t)}
            outcome={outcomeOf(query.picture)}
          />
          <Elsewhere t={t} address={picture === undefined ? user.picture : null} />
        </AccountSection>
        <AccountSection id="about" title={t("profile.about")} lead={t("profile.seen")}>
          <ProfileForm
            {...profileWords(t, locale, user)}
            action={saveProfile}
            ceremony={ceremony}
            words={{
              more: t("profile.more"),
              address: t("profile.address"),
              optional: t("profile.optional"),
              save: t("profile.save"),
              saving: t("profile.saving"),
              saved: t("profile.saved"),
            }}
          />
        </AccountSection>
        <AccountSection id="email" title={t("common.email")} lead={t("emailAddress.lead")}>
          <EmailAddress
            email={email.email}
            verified={email.verified}
            changeable={email.changeable}
            actions={{ change: changeEmail, verify: verifyEmail, withdraw: withdrawEmailRequest }}
            words={emailWords(t, email, instance)}
            ceremony={ceremony}
          />
        </AccountSection>
      </div>
    </>
  );
}

function Elsewhere({ t, address }: { readonly t: Translate; readonly address: string | null }) {
  const host = address === null ? undefined : URL.parse(address)?.host;
  if (host === undefined) return null;
  return <p className="mt-3 text-sm text-muted">{t("profile.picture.elsewhere", { host })}</p>;
}

/** What `POST /pictures` led back with. */
function outcomeOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && /^[A-Za-z_]{1,40}$/.test(value) ? value : undefined;
}
