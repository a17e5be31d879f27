/** "Sign in to this account?": what every link asks before it is used. Plain forms, no JavaScript. */

import { Avatar } from "#components/ui/avatar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DescribedLink } from "#lib/accounts/recovery/links/describe-link.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../../auth-screen.tsx";

interface LinkQuestionProps {
  readonly t: Translate;
  readonly link: DescribedLink;
  readonly token: string;
  readonly action: `/sign-in/${string}`;
}

export function LinkQuestion({ t, link, token, action }: LinkQuestionProps) {
  return (
    <AuthScreen>
      <h1>{t("recovery.linkTitle")}</h1>
      <p className="mt-2 text-muted">{t("recovery.linkLead")}</p>
      <div className="mt-4 flex items-center gap-3 rounded-md border border-border px-4 py-3">
        <Avatar name={link.displayName} picture={undefined} size="small" />
        <div className="min-w-0">
          <p className="font-medium" dir="auto">
            {link.displayName}
          </p>
          <p className="text-sm text-muted" dir="auto">
            {link.username}
          </p>
        </div>
      </div>
      <div className="mt-4">
        <Notice tone="warn">{t("recovery.linkWarning")}</Notice>
      </div>
      <form method="post" action={action} className="mt-6 grid gap-2">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button">
          {t("recovery.linkButton")}
        </button>
        <a className="button button-secondary" href="/sign-in">
          {t("recovery.linkCancel")}
        </a>
      </form>
    </AuthScreen>
  );
}

interface LinkRefusalProps {
  readonly title: string;
  readonly body: string;
  readonly help?: string;
  readonly next: { readonly href: string; readonly label: string };
}

export function LinkRefusal({ title, body, help, next }: LinkRefusalProps) {
  return (
    <AuthScreen keyline="failed">
      <h1>{title}</h1>
      <p className="mt-2 text-muted">{body}</p>
      {help === undefined ? null : <p className="mt-2 text-muted">{help}</p>}
      <a className="button button-secondary mt-6 w-full" href={next.href}>
        {next.label}
      </a>
    </AuthScreen>
  );
}
