/** Where a person lets a device in: the code, the question, and what became of it. Plain forms, no JavaScript. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Field } from "#components/ui/field.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AppSign } from "../../app-sign.tsx";
import { AuthScreen } from "../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { isGiven, readToken, type SearchParams } from "../../search-params.ts";
import { formAction } from "../form-action.ts";
import { DeviceQuestion } from "./device-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("device.title") };
}

export default async function DevicePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { t, format, locale, instance } = await pageLanguage();
  if (query.result === "allowed" || query.result === "declined") return <Done t={t} result={query.result} />;
  if (!isGiven(query.interaction))
    return (
      <EnterCode t={t} locale={locale} problem={query.problem === "code"} code={shown(query.user_code)} />
    );
  const token = readToken(query.interaction);
  const request = token === undefined ? undefined : await describeInteraction(ctx, token);
  if (token === undefined || request?.kind !== "device") return <Gone t={t} />;
  // Somebody must sign in first: the protocol knows the way.
  if (!request.question) redirect(`/oauth/resume?interaction=${token}`);
  return (
    <AuthScreen>
      <AppSign clientId={request.clientId} name={request.clientName} />
      <DeviceQuestion
        t={t}
        format={format}
        locale={locale}
        app={request.clientName}
        instance={instance}
        interaction={token}
        source={request.selfDescribed}
        question={request.question}
      />
    </AuthScreen>
  );
}

/** Only what could be a code goes back into the page. */
function shown(value: string | string[] | undefined): string {
  return typeof value === "string" && /^[a-z]{4}-?[a-z]{4}$/i.test(value) ? value.toUpperCase() : "";
}

interface EnterCodeProps {
  readonly t: Translate;
  readonly locale: Locale;
  readonly problem: boolean;
  /** From the address that the device showed. */
  readonly code: string;
}

function EnterCode({ t, locale, problem, code }: EnterCodeProps) {
  return (
    <AuthScreen>
      <h1>{t("device.title")}</h1>
      <p className="mt-2 text-muted">{code === "" ? t("device.lead") : t("device.leadWithCode")}</p>
      <form method="post" action={formAction("/oauth/device/code", locale)} className="mt-6 grid gap-4">
        <Field
          id="user-code"
          name="user_code"
          label={t("device.code")}
          hint={t("device.codeHint")}
          problem={problem ? t("device.unknownCode") : undefined}
          defaultValue={code}
          required
          maxLength={16}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {t("device.continue")}
        </button>
      </form>
      <p className="mt-4 text-sm text-muted">{t("device.warning")}</p>
    </AuthScreen>
  );
}

interface DoneProps {
  readonly t: Translate;
  readonly result: "allowed" | "declined";
}

function Done({ t, result }: DoneProps) {
  return (
    <AuthScreen {...(result === "allowed" ? { keyline: "done" } : {})}>
      <h1>{t(`device.${result}Title`)}</h1>
      <p className="mt-2 text-muted">{t(`device.${result}Body`)}</p>
    </AuthScreen>
  );
}

function Gone({ t }: { readonly t: Translate }) {
  return (
    <AuthScreen keyline="failed">
      <h1>{t("device.goneTitle")}</h1>
      <p className="mt-2 text-muted">{t("device.goneBody")}</p>
      <a className="button button-secondary mt-6 w-full" href="/device">
        {t("device.again")}
      </a>
    </AuthScreen>
  );
}
