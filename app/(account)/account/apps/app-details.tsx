/** What an app sees to the letter: folded up, and unfolded without JavaScript. */
import { ClaimList, shownClaims } from "#components/claims/claim-list.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import type { OwnApp } from "#lib/oidc/own-apps/schema.ts";

export function AppDetails({ t, app }: { readonly t: Translate; readonly app: OwnApp }) {
  const hasClaims = shownClaims(app.sees).length > 0;
  if (!hasClaims && !app.staysSignedIn && app.resources.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer items-center rounded-sm font-medium text-accent">
        <span aria-hidden="true">{t("apps.exactly")}</span>
        <span className="sr-only">{t("apps.exactlyNamed", { app: app.name })}</span>
      </summary>
      <div className="mt-2 grid gap-3">
        {hasClaims ? <ClaimList t={t} claims={app.sees} /> : null}
        {app.staysSignedIn ? <p>{t("apps.offline")}</p> : null}
        {app.resources.length === 0 ? null : (
          <div>
            <p>{t("apps.resources")}</p>
            <ul className="mt-1">
              {app.resources.map((resource) => (
                <li key={resource} className="mono break-all" dir="ltr">
                  {resource}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </details>
  );
}
