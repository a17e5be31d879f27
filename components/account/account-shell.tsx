/** The frame of the account pages: brand, who is signed in, the pages, and the one that is open. */
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Brand } from "#components/ui/brand.tsx";
import type { BrandView } from "#lib/branding/schema.ts";

interface AccountShellProps {
  readonly brand: BrandView;
  readonly skipLabel: string;
  readonly person: { readonly displayName: string; readonly picture: string | undefined };
  readonly personHref: string;
  readonly signOutLabel: string;
  readonly navigation: ReactNode;
  /** Whom to ask, and the links of the instance; nothing where there are none. */
  readonly links: ReactNode;
  readonly themeSwitch: ReactNode;
  readonly children: ReactNode;
}

export function AccountShell(props: AccountShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="button absolute start-4 top-2 z-10 -translate-y-24 focus-visible:translate-y-0"
      >
        {props.skipLabel}
      </a>
      <header className="border-b border-border bg-surface">
        <div className="mx-auto flex max-w-300 items-center gap-x-4 px-4 py-2.5 sm:px-6">
          <Brand brand={props.brand} href="/account" />
          <div className="ms-auto flex items-center gap-2 sm:gap-3">
            <a
              href={props.personHref}
              className="flex min-h-11 items-center gap-2.5 rounded-md px-1.5 text-sm hover:bg-sunken"
            >
              <Avatar name={props.person.displayName} picture={props.person.picture} size="small" />
              <span className="max-w-48 truncate max-sm:sr-only" dir="auto">
                {props.person.displayName}
              </span>
            </a>
            <a href="/sign-out" className="button button-secondary button-small shrink-0">
              {props.signOutLabel}
            </a>
          </div>
        </div>
      </header>
      <div className="mx-auto grid w-full max-w-300 grow content-start gap-x-8 gap-y-6 px-4 pt-4 pb-10 sm:px-6 md:grid-cols-[14rem_minmax(0,1fr)] md:pt-10 lg:gap-x-12">
        <div>{props.navigation}</div>
        <main id="content" tabIndex={-1} className="w-full min-w-0 max-w-200 outline-none">
          {props.children}
        </main>
      </div>
      <footer className="mx-auto flex w-full max-w-300 flex-wrap items-center gap-4 px-4 pb-6 max-sm:justify-center sm:px-6">
        {props.links}
        <div className="sm:ms-auto">{props.themeSwitch}</div>
      </footer>
    </div>
  );
}
