"use client";
import { useRef } from "react";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
/** Adding a passkey on the account page: confirm it's you where that is due, then create, then say its name. */
import { isolate } from "#lib/i18n/isolate.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { type AddPasskeyStage, useAddPasskey } from "./use-add-passkey.ts";

export interface AddPasskeyLabels {
  readonly trigger: string;
  readonly title: string;
  readonly body: string;
  readonly create: string;
  readonly createHint: string;
  readonly stepUpTitle: string;
  readonly stepUpBody: string;
  readonly confirm: string;
  readonly confirmHint: string;
  readonly cancel: string;
  readonly done: string;
  readonly doneTitle: string;
  /** Holds `{name}`. */
  readonly added: string;
}

interface AddPasskeyProps {
  readonly labels: AddPasskeyLabels;
  readonly ceremony: CeremonyLabels;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
}

export function AddPasskeyDialog({ labels, ceremony, verifiedUntil }: AddPasskeyProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const action = useRef<HTMLButtonElement>(null);
  const { state, busy, stage, passkeyName, begin, start, end } = useAddPasskey(
    ceremony.address,
    verifiedUntil,
  );
  const words = wordsOf(stage, labels, passkeyName);
  const close = () => dialog.current?.close();

  function open() {
    begin();
    dialog.current?.showModal();
  }

  async function press() {
    if (stage === "added" || stage === "alreadyThere") return close();
    if (busy) return;
    await start();
    action.current?.focus();
  }

  return (
    <>
      <button type="button" className="button button-small" aria-haspopup="dialog" onClick={open}>
        {labels.trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="add-passkey-title"
        aria-describedby="add-passkey-body"
        onClose={end}
        className="auth-card m-auto overflow-visible text-fg shadow-(--shadow-pop)"
      >
        <h2 id="add-passkey-title" className="text-xl font-semibold">
          {words.title}
        </h2>
        <p id="add-passkey-body" className="mt-2 text-muted">
          {words.body}
        </p>
        <div className="mt-5">
          <CeremonyStatus state={state} labels={ceremony} hint={words.hint} doneText={words.title} />
        </div>
        <div className="mt-3 grid gap-2">
          <button
            ref={action}
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => void press()}
          >
            {stage === "confirm" || stage === "create" ? <PasskeyIcon /> : null}
            {words.action}
          </button>
          {stage === "confirm" || stage === "create" ? (
            <button type="button" className="button button-secondary" onClick={close}>
              {labels.cancel}
            </button>
          ) : null}
        </div>
      </dialog>
    </>
  );
}

function wordsOf(stage: AddPasskeyStage, labels: AddPasskeyLabels, passkeyName: string) {
  switch (stage) {
    case "confirm":
      return {
        title: labels.stepUpTitle,
        body: labels.stepUpBody,
        action: labels.confirm,
        hint: labels.confirmHint,
      };
    case "create":
      return { title: labels.title, body: labels.body, action: labels.create, hint: labels.createHint };
    case "alreadyThere":
      return { title: labels.title, body: labels.body, action: labels.done, hint: "" };
    case "added":
      return {
        title: labels.doneTitle,
        body: labels.added.replace("{name}", isolate(passkeyName, "ltr")),
        action: labels.done,
        hint: "",
      };
  }
}
