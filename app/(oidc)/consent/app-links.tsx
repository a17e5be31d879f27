/** Where the app says what it does with what it sees (RFC 7591 section 2, OpenID Connect Registration section 2). */
import type { Translate } from "#lib/i18n/translator.ts";
import type { ConsentDescription } from "#lib/oidc/interactions/describe-consent.ts";

interface AppLinksProps {
  readonly t: Translate;
  readonly consent: Pick<ConsentDescription, "policyUri" | "tosUri">;
}

/** Opened beside: the question stays. The app learns nothing of where the person comes from. */
export function AppLinks({ t, consent }: AppLinksProps) {
  const links = [
    { href: consent.policyUri, text: t("consent.policy") },
    { href: consent.tosUri, text: t("consent.terms") },
  ].filter(({ href }) => href !== null);
  if (links.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {links.map(({ href, text }) => (
        <li key={text}>
          <a className="text-link" href={href ?? ""} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
