"use client";
/**
 * The question before something that cannot be taken back: what follows from it, the choice that changes nothing
 * first, and, where much hangs on it, the name to be typed.
 */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { DialogButtons, TypedName } from "./dialog-parts.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

interface ConfirmDialogProps {
  readonly action: Action<unknown>;
  readonly ceremony: CeremonyLabels;
  readonly trigger: string;
  /** Names what the trigger is about, where several stand on a page. */
  readonly triggerLabel?: string;
  readonly triggerTone?: "secondary" | "danger";
  readonly title: string;
  readonly body: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  readonly done: string;
  /** Must be typed as it is, under a label that says so. */
  readonly typed?: { readonly label: string; readonly value: string };
  /** Where to go when it is done; without it the page shows the new state. */
  readonly leadsTo?: string;
  /** The form's fields, such as a reason and hidden ids. */
  readonly children?: ReactNode;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { action, ceremony, typed, leadsTo } = props;
  const router = useRouter();
  const { outcome, busy, ceremony: confirmation, act, reset } = useConfirmedAction(action, ceremony);
  const [name, setName] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  useKeptFocus(trigger);
  const id = useId();
  const blocked = busy || (typed !== undefined && name.trim() !== typed.value.trim());

  function open() {
    reset();
    setName("");
    dialog.current?.showModal();
    leave.current?.focus();
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (blocked) return;
    const answer = await act(new FormData(event.currentTarget));
    if (answer?.status !== "done") return;
    if (leadsTo !== undefined) return location.assign(leadsTo);
    dialog.current?.close();
    router.refresh();
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={`button button-${props.triggerTone ?? "secondary"} button-small`}
        aria-haspopup="dialog"
        aria-label={props.triggerLabel}
        onClick={open}
      >
        {props.trigger}
      </button>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
        className="auth-card m-auto text-fg shadow-(--shadow-pop)"
      >
        <form onSubmit={send} noValidate>
          <h2 id={`${id}-title`} className="text-lg font-semibold">
            {props.title}
          </h2>
          <div id={`${id}-body`} className="mt-2 text-sm text-muted">
            {props.body}
          </div>
          {props.children}
          {typed ? <TypedName id={`${id}-name`} label={typed.label} value={name} onChange={setName} /> : null}
          <DialogButtons
            dialog={dialog}
            leave={leave}
            cancel={props.cancel}
            confirm={props.confirm}
            blocked={blocked}
          />
          <div className="mt-3">
            <ActionStatus
              outcome={outcome}
              ceremony={confirmation.state}
              labels={ceremony}
              done={props.done}
            />
          </div>
        </form>
      </dialog>
    </>
  );
}
