/** The frame of every screen with one question: brand, card, and what stands below it. */
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";

interface AuthPageProps {
  readonly brand: string;
  /** A state that is known on the server; ceremonies set theirs from inside the card. */
  readonly keyline?: "done" | "failed";
  readonly children: ReactNode;
  /** One line below the card. */
  readonly below?: ReactNode;
  readonly footer: ReactNode;
}

export function AuthPage({ brand, keyline, children, below, footer }: AuthPageProps) {
  return (
    <div className="auth-page">
      <header className="mb-5 w-full max-w-100">
        <Brand name={brand} />
      </header>
      <main className="w-full max-w-100">
        <div className="auth-card" data-keyline={keyline}>
          {children}
        </div>
        {below ? <div className="auth-below mt-6 text-center text-sm text-muted">{below}</div> : null}
      </main>
      <footer className="mt-auto pt-10">{footer}</footer>
    </div>
  );
}
