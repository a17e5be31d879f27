/** The frame of the administration: a rail of pages beside the page, folded up where there is no room for it. */
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Brand } from "#components/ui/brand.tsx";
import type { BrandView } from "#lib/branding/schema.ts";

interface AdminShellProps {
  readonly brand: BrandView;
  readonly skipLabel: string;
  readonly person: { readonly displayName: string; readonly picture: string | undefined };
  readonly accountLabel: string;
  readonly navigation: ReactNode;
  /** The command palette and its button. */
  readonly palette: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

export function AdminShell(props: AdminShellProps) {
  return (
    <div className="admin flex min-h-dvh flex-col text-sm">
      <a
        href="#content"
        className="button absolute start-4 top-2 z-10 -translate-y-24 focus-visible:translate-y-0"
      >
        {props.skipLabel}
      </a>
      <header className="border-b border-border bg-surface">
        <div className="flex items-center gap-x-3 px-4 py-2 sm:px-6">
          <Brand brand={props.brand} href="/admin" />
          <div className="ms-auto flex items-center gap-2">
            {props.palette}
            <a
              href="/account"
              className="flex min-h-11 items-center gap-2.5 rounded-md px-1.5 hover:bg-sunken"
            >
              <span className="sr-only">{props.accountLabel}: </span>
              <Avatar name={props.person.displayName} picture={props.person.picture} size="small" />
              <span className="max-w-48 truncate max-sm:sr-only" dir="auto">
                {props.person.displayName}
              </span>
            </a>
          </div>
        </div>
      </header>
      <div className="grid w-full grow content-start gap-y-4 px-4 pt-4 pb-10 sm:px-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-x-8 lg:pt-6">
        <div>{props.navigation}</div>
        <main id="content" tabIndex={-1} className="w-full max-w-300 min-w-0 outline-none">
          {props.children}
        </main>
      </div>
      <footer className="flex w-full flex-wrap justify-end gap-4 px-4 pb-6 sm:px-6">{props.footer}</footer>
    </div>
  );
}
