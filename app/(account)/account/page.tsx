/** The overview: the apps to go on to, what wants attention, and when somebody was here last. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { listAdvice } from "#lib/accounts/advice/list-advice.ts";
import { listOwnSessions } from "#lib/accounts/sessions/list-own-sessions.ts";
import { listOwnSignIns } from "#lib/audit/activity/list-own-sign-ins.ts";
import { listClientLogos } from "#lib/clients/logos/list-client-logos.ts";
import type { UserActor } from "#lib/context/context.ts";
import { listPasskeys } from "#lib/credentials/list-passkeys.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { listLauncher } from "#lib/oidc/own-apps/list-launcher.ts";
import { listOwnApps } from "#lib/oidc/own-apps/list-own-apps.ts";
import { pageLanguage, signedInPageContext } from "../../page-context.ts";
import { AdviceList } from "./advice-list.tsx";
import { Glance } from "./glance.tsx";
import { Launcher } from "./launcher.tsx";
import { RecentSignIns } from "./recent-sign-ins.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("account.title") };
}

const signInsShown = 3;

export default async function AccountPage() {
  const ctx = await signedInPageContext("/account");
  const language = await pageLanguage();
  const { t } = language;
  const [launcher, advice, signIns, passkeys, sessions, apps] = await Promise.all([
    listLauncher(ctx),
    listAdvice(ctx),
    listOwnSignIns(ctx, { limit: signInsShown }),
    listPasskeys(ctx),
    listOwnSessions(ctx),
    listOwnApps(ctx),
  ]);
  const logos = await listClientLogos(
    ctx,
    launcher.map(({ clientId }) => clientId),
  );
  return (
    <>
      <PageHeading
        title={t.rich("account.greeting", { name: () => <bdi>{ctx.actor.displayName}</bdi> })}
        lead={t("account.lead")}
        action={<Role t={t} role={ctx.actor.role} />}
      />
      <div className="mt-8 grid gap-10">
        <AdviceList t={t} advice={advice} />
        <Launcher t={t} format={language.format} apps={launcher} logos={logos} />
        <RecentSignIns language={language} ctx={ctx} events={signIns} />
        <Glance t={t} passkeys={passkeys.length} sessions={sessions.length} apps={apps.length} />
      </div>
    </>
  );
}

/** Whoever may do more than others should see which of their accounts it is. */
function Role({ t, role }: { readonly t: Translate; readonly role: UserActor["role"] }) {
  return role === "user" ? null : <Badge tone="accent">{t(`account.roles.${role}`)}</Badge>;
}
