/** The overview: who you are here, and what wants your attention. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { UserActor } from "#lib/context/context.ts";
import { listPasskeys } from "#lib/credentials/list-passkeys.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { pageLanguage, signedInPageContext } from "../../page-context.ts";
import { PasskeyAdvice } from "./passkey-advice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("account.title") };
}

export default async function AccountPage() {
  const ctx = await signedInPageContext("/account");
  const { t, locale } = await pageLanguage();
  const passkeys = await listPasskeys(ctx);
  return (
    <>
      <PageHeading
        title={t.rich("account.greeting", { name: () => <bdi>{ctx.actor.displayName}</bdi> })}
        lead={t("account.lead")}
      />
      <div className="mt-8 grid gap-8">
        <PasskeyAdvice t={t} passkeys={passkeys} />
        <Profile t={t} locale={locale} person={ctx.actor} />
      </div>
    </>
  );
}

interface ProfileProps {
  readonly t: Translate;
  readonly locale: Locale;
  readonly person: UserActor;
}

function Profile({ t, locale, person }: ProfileProps) {
  return (
    <section aria-labelledby="profile" className="rounded-lg border border-border bg-surface p-5">
      <h2 id="profile" className="text-lg font-semibold">
        {t("account.profile")}
      </h2>
      <dl className="mt-3 grid gap-3 text-sm">
        <div>
          <dt className="text-muted">{t("account.name")}</dt>
          <dd dir="auto">{person.displayName}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("account.email")}</dt>
          <dd dir="auto">{person.username}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("account.role")}</dt>
          <dd>{t(`account.roles.${person.role}`)}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("account.signedInAt")}</dt>
          <dd>
            <LocalTime value={person.authTime.toISOString()} locale={locale} detail="minute" />
          </dd>
        </div>
      </dl>
    </section>
  );
}
