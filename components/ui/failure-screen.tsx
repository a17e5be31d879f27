/** What stands in for a page that could not be rendered; runs in the browser, hence its own few words. */
import { enFailure } from "#lib/i18n/en-failure.ts";

interface FailureScreenProps {
  /** Finds the error in the log. */
  readonly reference: string | undefined;
  readonly retry: () => void;
}

export function FailureScreen({ reference, retry }: FailureScreenProps) {
  return (
    <div className="auth-page">
      <main className="auth-card" data-keyline="failed">
        <h1>{enFailure.title}</h1>
        <p className="mt-2 text-muted">{enFailure.body}</p>
        {reference ? (
          <p className="mt-4 text-sm text-muted">
            {enFailure.reference}{" "}
            <code className="mono text-fg" dir="ltr">
              {reference}
            </code>
          </p>
        ) : null}
        <div className="mt-6 grid gap-2">
          <button type="button" className="button" onClick={retry}>
            {enFailure.retry}
          </button>
          <a className="button button-secondary" href="/account">
            {enFailure.home}
          </a>
        </div>
      </main>
    </div>
  );
}
