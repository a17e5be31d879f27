/** How much there is of everything that opens the account, with the way to it. */
import { ChevronRight } from "lucide-react";
import type { Translate } from "#lib/i18n/translator.ts";

interface GlanceProps {
  readonly t: Translate;
  readonly passkeys: number;
  readonly sessions: number;
  readonly apps: number;
}

export function Glance({ t, passkeys, sessions, apps }: GlanceProps) {
  const lines = [
    { href: "/account/passkeys", text: t("passkeys.count", { count: passkeys }) },
    { href: "/account/sessions", text: t("sessions.count", { count: sessions }) },
    { href: "/account/apps", text: t("overview.appCount", { count: apps }) },
  ];
  return (
    <section aria-labelledby="glance">
      <h2 id="glance" className="text-lg font-semibold">
        {t("overview.glance")}
      </h2>
      <ul className="mt-3 divide-y divide-border rounded-lg border border-border bg-surface">
        {lines.map(({ href, text }) => (
          <li key={href}>
            <a
              href={href}
              className="flex min-h-12 items-center gap-3 px-4 text-fg no-underline hover:bg-sunken"
            >
              <span className="grow">{text}</span>
              <ChevronRight aria-hidden="true" size={18} className="text-muted rtl:rotate-180" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
