"use client";
/** The document itself failed: this one replaces it, and follows the system's theme. */
import { FailureScreen } from "#components/ui/failure-screen.tsx";
import { enFailure } from "#lib/i18n/en-failure.ts";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>{enFailure.title}</title>
      </head>
      <body>
        <FailureScreen reference={error.digest} retry={() => window.location.reload()} />
      </body>
    </html>
  );
}
