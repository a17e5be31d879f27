/** The frame of every screen with one question: brand, card, and what stands below it. */
import type { ReactNode } from "react";
import type { BrandView } from "#lib/branding/schema.ts";
import { Brand } from "./brand.tsx";
import { BrandLinks, type BrandLinksWords } from "./brand-links.tsx";

interface AuthPageProps {
  readonly brand: BrandView;
  readonly words: BrandLinksWords;
  /** A state that is known on the server; ceremonies set theirs from inside the card. */
  readonly keyline?: "done" | "failed";
  readonly children: ReactNode;
  /** One line below the card. */
  readonly below?: ReactNode;
  readonly footer: ReactNode;
}

export function AuthPage({ brand, words, keyline, children, below, footer }: AuthPageProps) {
  return (
    <div className="auth-page">
      <header className="mb-5 w-full max-w-100">
        <span className="auth-plate inline-block max-w-full">
          <Brand brand={brand} />
        </span>
      </header>
      <main className="w-full max-w-100">
        <div className="auth-card" data-keyline={keyline}>
          {children}
        </div>
        {below ? (
          <div className="auth-below mt-6 text-center text-sm text-muted">
            <div className="auth-plate inline-block">{below}</div>
          </div>
        ) : null}
      </main>
      <footer className="mt-auto w-full max-w-100 pt-10 text-center">
        <div className="auth-plate inline-grid max-w-full gap-4">
          <BrandLinks brand={brand} words={words} />
          {footer}
        </div>
      </footer>
    </div>
  );
}
