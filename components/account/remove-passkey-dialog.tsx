"use client";
/** Giving up a passkey: says what follows, confirms it's you where that is due, and then says that it is gone. */
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { type Removed, removePasskey } from "#components/passkey/manage-passkey.ts";
import { sendSignals } from "#components/passkey/signals.ts";
import { useCeremony } from "#components/passkey/use-ceremony.ts";
import type { RemovePasskeyWords } from "./manage-passkey-words.ts";

interface RemovePasskeyProps {
  readonly id: string;
  /** Nothing else opens the account: then the dialog only says so. */
  readonly isOnly: boolean;
  readonly words: RemovePasskeyWords;
  readonly ceremony: CeremonyLabels;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
}

type Stage = "ask" | "last" | "removed";

export function RemovePasskeyDialog({ id, isOnly, words, ceremony, verifiedUntil }: RemovePasskeyProps) {
  const router = useRouter();
  const { state, busy, run, reset } = useCeremony(ceremony.address);
  const [removed, setRemoved] = useState<Removed>();
  const [confirmFirst, setConfirmFirst] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const dialogId = useId();
  const stage: Stage = removed ? "removed" : isOnly ? "last" : "ask";
  const text = wordsOf(stage, words, { confirmFirst, signedOut: removed?.signedOut ?? false });

  function open() {
    reset();
    setConfirmFirst(Date.parse(verifiedUntil) <= Date.now());
    dialog.current?.showModal();
    // The choice that changes nothing comes first.
    leave.current?.focus();
  }

  async function press() {
    if (busy) return;
    const result = await run("get", (step) => removePasskey(step, id));
    if (!result) return remove.current?.focus();
    await sendSignals(result.signals);
    setRemoved(result);
    leave.current?.focus();
  }

  function end() {
    reset();
    if (removed?.signedOut) return location.assign("/sign-in");
    if (!removed) return router.refresh();
    router.refresh();
    // The row goes, and with it the button that opened the dialog.
    document.getElementById("passkeys")?.focus();
  }

  return (
    <>
      <button
        type="button"
        className="button button-secondary button-small"
        aria-haspopup="dialog"
        aria-label={words.triggerNamed}
        onClick={open}
      >
        {words.trigger}
      </button>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${dialogId}-title`}
        aria-describedby={`${dialogId}-body`}
        onClose={end}
        className="auth-card m-auto overflow-visible text-fg shadow-(--shadow-pop)"
      >
        <h2 id={`${dialogId}-title`} className="text-xl font-semibold">
          {text.title}
        </h2>
        <p id={`${dialogId}-body`} className="mt-2 text-muted">
          {text.body}
        </p>
        {stage === "last" ? null : (
          <div className="mt-5">
            <CeremonyStatus state={state} labels={ceremony} hint={text.hint} doneText={words.removedTitle} />
          </div>
        )}
        <div className="mt-3 grid gap-2">
          {stage === "ask" ? (
            <button
              ref={remove}
              type="button"
              className="button button-danger"
              aria-disabled={busy}
              onClick={() => void press()}
            >
              {words.trigger}
            </button>
          ) : null}
          <button
            ref={leave}
            type="button"
            className={stage === "ask" ? "button button-secondary" : "button"}
            onClick={() => dialog.current?.close()}
          >
            {text.leave}
          </button>
        </div>
      </dialog>
    </>
  );
}

function wordsOf(
  stage: Stage,
  words: RemovePasskeyWords,
  { confirmFirst, signedOut }: { confirmFirst: boolean; signedOut: boolean },
) {
  switch (stage) {
    case "ask":
      return {
        title: words.title,
        body: confirmFirst ? words.confirmBody : words.body,
        hint: confirmFirst ? words.confirmHint : "",
        leave: words.cancel,
      };
    case "last":
      return { title: words.lastTitle, body: words.lastBody, hint: "", leave: words.close };
    case "removed":
      return {
        title: words.removedTitle,
        body: signedOut ? words.removedHere : words.removedBody,
        hint: "",
        leave: signedOut ? words.signInAgain : words.done,
      };
  }
}
