"use client";
/** What stands in for a page that could not be rendered; it runs in the browser, which has no catalogue. */
import { type FailureWords, useFailureWords } from "./use-document-words.ts";

interface FailureScreenProps {
  /** Finds the error in the log. */
  readonly reference: string | undefined;
  readonly retry: () => void;
}

export function FailureScreen({ reference, retry }: FailureScreenProps) {
  const { words } = useFailureWords();
  return (
    <div className="auth-page">
      <main className="auth-card" data-keyline="failed">
        <h1>{words.title}</h1>
        <p className="mt-2 text-muted">{words.body}</p>
        {reference ? <Reference words={words} reference={reference} /> : null}
        <div className="mt-6 grid gap-2">
          <button type="button" className="button" onClick={retry}>
            {words.retry}
          </button>
          <a className="button button-secondary" href="/account">
            {words.home}
          </a>
        </div>
      </main>
    </div>
  );
}

function Reference({ words, reference }: { readonly words: FailureWords; readonly reference: string }) {
  return (
    <p className="mt-4 text-sm text-muted">
      {words.reference}{" "}
      <code className="mono text-fg" dir="ltr">
        {reference}
      </code>
    </p>
  );
}
