"use client";
/** Makes something that is shown once, and shows it, to be copied. */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

export interface Secret {
  /** Absent where it was sent instead. */
  readonly secret?: string;
}

interface SecretFormProps {
  readonly action: Action<Secret>;
  readonly ceremony: CeremonyLabels;
  readonly submit: string;
  readonly tone?: "primary" | "secondary";
  /** Said when it is done and there is nothing to show. */
  readonly done: string;
  readonly words: {
    readonly label: string;
    readonly once: string;
    readonly copy: string;
    readonly copied: string;
    /** With it the secret can be saved as a file of this name. */
    readonly download?: { readonly label: string; readonly fileName: string };
  };
  readonly children?: ReactNode;
}

export function SecretForm({ action, ceremony, submit, tone, done, words, children }: SecretFormProps) {
  const router = useRouter();
  const { outcome, busy, ceremony: confirmation, act } = useConfirmedAction(action, ceremony);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const secret = outcome?.status === "done" ? outcome.result.secret : undefined;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setCopied(false);
    const form = event.currentTarget;
    const answer = await act(new FormData(form));
    if (answer?.status !== "done") return;
    // The next one is another one: nothing of this must slip into it.
    form.reset();
    router.refresh();
    requestAnimationFrame(() => field.current?.select());
  }

  async function copy() {
    if (secret === undefined) return;
    await navigator.clipboard.writeText(secret).catch(() => field.current?.select());
    setCopied(true);
  }

  return (
    <form onSubmit={send} noValidate>
      {children}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button
          type="submit"
          className={`button ${tone === "secondary" ? "button-secondary" : ""}`}
          aria-disabled={busy}
        >
          {submit}
        </button>
        <ActionStatus
          outcome={outcome}
          ceremony={confirmation.state}
          labels={ceremony}
          done={secret === undefined ? done : ""}
        />
      </div>
      <div role="status">
        {secret === undefined ? null : (
          <div className="mt-4 rounded-md bg-ok-soft p-3 text-ok-soft-fg">
            <label htmlFor={id} className="block font-medium">
              {words.label}
            </label>
            <div className="mt-1.5 flex flex-wrap gap-2">
              <input
                ref={field}
                id={id}
                readOnly
                value={secret}
                dir="ltr"
                className="field-input mono min-w-0 grow basis-60"
                onFocus={(event) => event.currentTarget.select()}
              />
              <button type="button" className="button button-secondary shrink-0" onClick={copy}>
                {copied ? words.copied : words.copy}
              </button>
              {words.download ? (
                <button
                  type="button"
                  className="button button-secondary shrink-0"
                  onClick={() => words.download && save(secret, words.download.fileName)}
                >
                  {words.download.label}
                </button>
              ) : null}
            </div>
            <p className="mt-1.5">{words.once}</p>
          </div>
        )}
      </div>
    </form>
  );
}

/** A file that the browser makes: the secret does not travel once more. */
function save(secret: string, fileName: string) {
  const address = URL.createObjectURL(new Blob([`${secret}\n`], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // Browsers read the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
