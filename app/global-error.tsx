"use client";
/** The document itself failed: this one replaces it, and follows the system's theme. */
import { FailureScreen } from "#components/ui/failure-screen.tsx";
import { useFailureWords } from "#components/ui/use-document-words.ts";
import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const { words, lang, dir } = useFailureWords();
  return (
    <html lang={lang} dir={dir} data-failure={JSON.stringify(words)}>
      <head>
        <title>{words.title}</title>
      </head>
      <body>
        <FailureScreen reference={error.digest} retry={() => window.location.reload()} />
      </body>
    </html>
  );
}
