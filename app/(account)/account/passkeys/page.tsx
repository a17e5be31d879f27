/** The passkeys that are the person's way in: names, state and use of each; another one, or one fewer. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { PasskeyList } from "#components/account/passkey-list.tsx";
import { StepUpWindow } from "#components/account/step-up-window.tsx";
import { AddPasskeyDialog } from "#components/passkey/add-passkey-dialog.tsx";
import { countCodesForLastPasskey } from "#lib/accounts/recovery/has-way-without-passkey.ts";
import { listPasskeys } from "#lib/credentials/list-passkeys.ts";
import { productNames } from "#lib/passkeys/product-names.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import { isRecovered, recoveryWindowEnd } from "#lib/sessions/check-may-add-passkey.ts";
import { isSteppedUp, stepUpExpiry } from "#lib/sessions/check-step-up.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";
import { addPasskeyWords } from "../add-passkey-words.ts";
import { PasskeyAdvice } from "../passkey-advice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("passkeys.title") };
}

export default async function PasskeysPage() {
  const ctx = await signedInPageContext("/account/passkeys");
  const { t, format, locale, instance } = await pageLanguage();
  const passkeys = await listPasskeys(ctx);
  const codesLeft = await countCodesForLastPasskey(ctx);
  const placeOf = await findPlaces(ctx);
  const productOf = productNames(ctx);
  const confirmed = isSteppedUp(ctx.actor, ctx.now);
  const verifiedUntil = (confirmed ? stepUpExpiry(ctx.actor.authTime) : ctx.now).toISOString();
  const ceremony = ceremonyWords({ t, locale, instance }, ctx.config);
  return (
    <>
      <PageHeading
        id="passkeys"
        title={t("passkeys.title")}
        lead={t("passkeys.lead")}
        action={
          <AddPasskeyDialog
            labels={addPasskeyWords(t, ctx.actor.username)}
            ceremony={ceremony}
            verifiedUntil={
              isRecovered(ctx.actor) ? recoveryWindowEnd(ctx.actor).toISOString() : verifiedUntil
            }
          />
        }
      />
      <p className="mt-4 text-sm text-muted">
        {t("passkeys.count", { count: passkeys.length })}
        <span aria-hidden="true"> · </span>
        <StepUpWindow
          until={verifiedUntil}
          now={ctx.now.toISOString()}
          locale={locale}
          open={t("passkeys.windowLeft", { time: "{time}" })}
          closed={t("passkeys.windowClosed")}
        />
      </p>
      <div className="mt-5 grid gap-6">
        <PasskeyAdvice t={t} passkeys={passkeys} />
        <PasskeyList
          t={t}
          format={format}
          locale={locale}
          passkeys={passkeys.map((passkey) => ({
            ...passkey,
            provider: productOf(passkey.aaguid),
            lastUsedFrom: passkey.lastUsedIp === undefined ? undefined : placeOf(passkey.lastUsedIp),
          }))}
          codesLeft={codesLeft}
          ceremony={ceremony}
          verifiedUntil={verifiedUntil}
        />
      </div>
    </>
  );
}
