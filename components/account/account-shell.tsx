/** The frame of the account pages: brand, navigation, who is signed in. */
import type { ReactNode } from "react";
import { Brand } from "#components/ui/brand.tsx";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

interface AccountShellProps {
  readonly brand: string;
  readonly skipLabel: string;
  readonly navigationLabel: string;
  readonly navigation: readonly NavigationItem[];
  readonly person: { readonly displayName: string };
  readonly signOutLabel: string;
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
        <div className="mx-auto flex max-w-300 flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5 sm:px-6">
          <Brand name={props.brand} href="/account" />
          <nav aria-label={props.navigationLabel} className="max-sm:order-last max-sm:w-full">
            <ul className="flex flex-wrap gap-1">
              {props.navigation.map((item) => (
                <li key={item.href}>
                  <a
                    href={item.href}
                    aria-current={item.current ? "page" : undefined}
                    className="inline-flex min-h-9 items-center rounded-md px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-fg aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-soft-fg"
                  >
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ms-auto flex items-center gap-3">
            <span className="max-w-48 truncate text-sm text-muted max-md:hidden" dir="auto">
              {props.person.displayName}
            </span>
            <a href="/sign-out" className="button button-secondary button-small">
              {props.signOutLabel}
            </a>
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-300 grow px-4 py-8 outline-none sm:px-6 sm:py-12"
      >
        {props.children}
      </main>
      <footer className="mx-auto flex w-full max-w-300 justify-end px-4 pb-6 sm:px-6">
        {props.themeSwitch}
      </footer>
    </div>
  );
}
