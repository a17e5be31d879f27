/** What came of a test sign-in: why it was refused, or every token that the app would have got. */
import { Facts } from "#components/admin/facts.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { Json, TokenView } from "#components/admin/token-view.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import type { InspectedToken, TestResult } from "#lib/oidc/test-sign-in/schema.ts";
import { ClaimsTable } from "../claims-table.tsx";

interface TestOutcomeProps {
  readonly result: TestResult;
  readonly t: Translate;
}

export function TestOutcome({ result, t }: TestOutcomeProps) {
  if (result.outcome === "refused")
    return (
      <Panel
        title={t("adminTestSignIn.failed")}
        lead={t(`adminTestSignIn.steps.${result.step}`)}
        tone="danger"
      >
        <p className="mono font-medium" dir="ltr">
          {result.error}
        </p>
        {/* Written for developers, in English like the codes. */}
        <p lang="en" dir="ltr" className="mt-1 text-start">
          {result.description}
        </p>
      </Panel>
    );
  return (
    <>
      <Panel title={t("adminTestSignIn.worked")}>
        <Facts
          facts={[
            {
              label: t("adminTestSignIn.scope"),
              value: (
                <span className="mono" dir="ltr">
                  {result.scope}
                </span>
              ),
            },
            {
              label: t("adminTestSignIn.lifetime"),
              value: t("adminTestSignIn.seconds", { count: result.expiresInSeconds }),
            },
          ]}
        />
      </Panel>
      {result.tokens.map((token) => (
        <TestedToken key={token.kind} token={token} t={t} />
      ))}
      {result.userinfo ? (
        <Panel title={t("adminTestSignIn.userinfo")}>
          <Json label={t("adminTestSignIn.payload")} value={result.userinfo} />
        </Panel>
      ) : null}
      {result.claims.length === 0 ? null : (
        <section aria-label={t("adminTestSignIn.claims")}>
          <h2 className="mb-2 text-base font-semibold">{t("adminTestSignIn.claims")}</h2>
          <ClaimsTable claims={result.claims} t={t} />
        </section>
      )}
    </>
  );
}

function TestedToken({ token, t }: { readonly token: InspectedToken; readonly t: Translate }) {
  const { kind, header, payload, key, checks } = token;
  return (
    <TokenView
      title={t(`adminTestSignIn.kinds.${kind}`)}
      header={header}
      payload={payload}
      checks={checks.map(({ name, passed }) => ({
        label: t(passed ? "adminTestSignIn.passed" : "adminTestSignIn.wrong", {
          check: t(`adminTestSignIn.checks.${name}`),
        }),
        passed,
      }))}
      words={{
        header: t("adminTestSignIn.header"),
        payload: t("adminTestSignIn.payload"),
        key: key ? t("adminTestSignIn.verified", key) : t("adminTestSignIn.unverified"),
        opaque: t("adminTestSignIn.opaque"),
      }}
    />
  );
}
