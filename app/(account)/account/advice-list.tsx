/** What wants attention, each with the page where it is done. */
import { CircleAlert } from "lucide-react";
import type { Advice } from "#lib/accounts/advice/list-advice.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { accountPages } from "./account-pages.tsx";

interface AdviceListProps {
  readonly t: Translate;
  readonly advice: readonly Advice[];
}

export function AdviceList({ t, advice: given }: AdviceListProps) {
  // What cannot be followed is no advice: each piece leads to a page of the navigation.
  const pages = accountPages(t, { administers: false, manages: false }).flatMap((area) =>
    area.pages.map(({ href }) => href),
  );
  const advice = given.filter((piece) => pages.includes(wordsOf(t, piece).href));
  if (advice.length === 0) return null;
  return (
    <section aria-labelledby="advice">
      <h2 id="advice" className="text-lg font-semibold">
        {t("overview.attention")}
      </h2>
      <ul className="mt-3 divide-y divide-border rounded-lg border border-border bg-surface">
        {advice.map((piece) => (
          <AdviceRow key={JSON.stringify(piece)} t={t} advice={piece} />
        ))}
      </ul>
    </section>
  );
}

function AdviceRow({ t, advice }: { readonly t: Translate; readonly advice: Advice }) {
  const { title, body, action, href } = wordsOf(t, advice);
  const urgent = advice.kind === "counter" || advice.kind === "first_passkey";
  return (
    <li className="flex gap-3 p-4">
      <CircleAlert
        aria-hidden="true"
        size={20}
        className={`mt-0.5 shrink-0 ${urgent ? "text-danger" : "text-warn-soft-fg"}`}
      />
      <div className="min-w-0 grow sm:flex sm:items-center sm:gap-4">
        <div className="min-w-0 grow">
          <p className="font-medium" dir="auto">
            {title}
          </p>
          <p className="mt-0.5 text-sm text-muted" dir="auto">
            {body}
          </p>
        </div>
        <a href={href} className="button button-secondary button-small mt-3 shrink-0 sm:mt-0">
          {action}
        </a>
      </div>
    </li>
  );
}

function wordsOf(t: Translate, advice: Advice) {
  const passkeys = { href: "/account/passkeys", action: t("overview.advice.passkeyAction") };
  switch (advice.kind) {
    case "counter":
      return {
        title: t("overview.advice.counterTitle", { passkey: advice.passkey }),
        body: t("overview.advice.counterBody"),
        action: t("overview.advice.counterAction"),
        href: "/account/passkeys",
      };
    case "first_passkey":
      return { title: t("passkeys.empty"), body: t("passkeys.emptyBody"), ...passkeys };
    case "second_passkey":
      return {
        title: t("passkeys.nudgeTitle"),
        body: advice.deviceBound ? t("passkeys.nudgeDeviceBound") : t("passkeys.nudgeBody"),
        ...passkeys,
      };
    case "recovery_codes":
      return {
        title:
          advice.total === 0
            ? t("overview.advice.codesTitle")
            : t("overview.advice.codesLeftTitle", { left: advice.left }),
        body: advice.total === 0 ? t("overview.advice.codesBody") : t("overview.advice.codesLeftBody"),
        action: t("overview.advice.codesAction"),
        href: "/account/recovery-codes",
      };
    case "verify_email":
      return {
        title: t("overview.advice.emailTitle"),
        body: t("overview.advice.emailBody", { email: advice.email }),
        action: t("overview.advice.emailAction"),
        href: "/account/profile",
      };
  }
}
