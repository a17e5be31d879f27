/** Offers a passkey of this device's own to whoever signed in with one from elsewhere; then the sign-in goes on. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ThisDevicePanel } from "#components/passkey/this-device-panel.tsx";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AuthScreen } from "../../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../../page-context.ts";
import { readToken, type SearchParams } from "../../../search-params.ts";
import { continueTarget } from "../../continue-target.ts";
import { ceremonyWords, createdWords } from "../../passkey-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("thisDevice.title") };
}

export default async function ThisDevicePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  if (ctx.actor.type !== "user") redirect("/sign-in");
  const language = await pageLanguage();
  const { t } = language;
  const token = readToken(query.interaction);
  const found = token === undefined ? undefined : await describeInteraction(ctx, token);
  const request = found?.kind === "authorize" || found?.kind === "device" ? found : undefined;
  return (
    <AuthScreen>
      <ThisDevicePanel
        continueTo={continueTarget({ interaction: request ? token : undefined, next: query.next })}
        labels={{
          title: t("thisDevice.title"),
          lead: t("thisDevice.lead"),
          own: t("thisDevice.own"),
          add: t("thisDevice.add"),
          hint: t("thisDevice.hint"),
          notNow: t("thisDevice.notNow"),
          done: t("ceremony.created"),
        }}
        created={createdWords(language, ctx.config, request?.clientName)}
        ceremony={ceremonyWords(language, ctx.config)}
      />
    </AuthScreen>
  );
}
