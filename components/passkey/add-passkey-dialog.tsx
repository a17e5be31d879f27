"use client";
/** Adding a passkey on the account page: confirm it's you where that is due, then create, then say its name. */
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import {
  type CeremonyStep,
  confirmIdentity,
  isStepUpRequired,
  type Registered,
  register,
} from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";

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
  readonly secondary?: boolean;
}

type Stage = "confirm" | "create" | "added";

export function AddPasskeyDialog({ labels, ceremony, verifiedUntil, secondary }: AddPasskeyProps) {
  const router = useRouter();
  const { state, busy, run, reset } = useCeremony(ceremony.address);
  const dialog = useRef<HTMLDialogElement>(null);
  const action = useRef<HTMLButtonElement>(null);
  const [stage, setStage] = useState<Stage>("create");
  const [added, setAdded] = useState<Registered>();

  function open() {
    reset();
    setAdded(undefined);
    setStage(Date.parse(verifiedUntil) > Date.now() ? "create" : "confirm");
    dialog.current?.showModal();
  }

  function onClose() {
    reset();
    if (added) router.refresh();
  }

  async function create(step: CeremonyStep): Promise<Registered> {
    if (stage === "confirm") {
      await confirmIdentity(step);
      setStage("create");
    }
    try {
      return await register(step, {});
    } catch (error) {
      // The window closed while the dialog stood open: ask, and let the person press once more.
      if (isStepUpRequired(error)) {
        setStage("confirm");
        throw new DOMException("Confirm first.", "AbortError");
      }
      throw error;
    }
  }

  async function start() {
    if (busy) return;
    const result = await run("create", create);
    if (!result) return action.current?.focus();
    setAdded(result);
    setStage("added");
    await sendSignals(result.signals);
    action.current?.focus();
  }

  const finished = stage === "added" || (state.phase === "done" && state.alreadyRegistered);
  const words = wordsOf(
    finished ? "added" : stage,
    labels,
    state.phase === "done" && state.alreadyRegistered,
  );
  return (
    <>
      <button
        type="button"
        className={`button button-small ${secondary ? "button-secondary" : ""}`}
        aria-haspopup="dialog"
        onClick={open}
      >
        {labels.trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="add-passkey-title"
        aria-describedby="add-passkey-body"
        onClose={onClose}
        className="auth-card m-auto overflow-visible shadow-(--shadow-pop) text-fg"
      >
        <h2 id="add-passkey-title" className="text-xl font-semibold">
          {words.title}
        </h2>
        <p id="add-passkey-body" className="mt-2 text-muted" dir="auto">
          {added ? labels.added.replace("{name}", added.passkey.name) : words.body}
        </p>
        <div className="mt-5">
          <CeremonyStatus state={state} labels={ceremony} hint={words.hint} doneText={words.title} />
        </div>
        <div className="mt-3 grid gap-2">
          {finished ? (
            <button ref={action} type="button" className="button" onClick={() => dialog.current?.close()}>
              {labels.done}
            </button>
          ) : (
            <>
              <button
                ref={action}
                type="button"
                className="button"
                aria-disabled={busy}
                onClick={() => void start()}
              >
                <PasskeyIcon />
                {words.action}
              </button>
              <button
                type="button"
                className="button button-secondary"
                onClick={() => dialog.current?.close()}
              >
                {labels.cancel}
              </button>
            </>
          )}
        </div>
      </dialog>
    </>
  );
}

function wordsOf(stage: Stage, labels: AddPasskeyLabels, alreadyThere: boolean) {
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
    case "added":
      return {
        title: alreadyThere ? labels.title : labels.doneTitle,
        body: labels.body,
        action: labels.done,
        hint: "",
      };
  }
}
