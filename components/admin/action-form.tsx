"use client";
/** A form of the administration: sends, confirms where asked to, says what came of it, and shows the new state. */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

interface ActionFormProps {
  readonly action: Action<unknown>;
  readonly ceremony: CeremonyLabels;
  /** Said when it is done. */
  readonly done: string;
  readonly submit: string;
  /** Names what the button is about, where several stand on a page. */
  readonly submitLabel?: string;
  readonly tone?: "primary" | "secondary" | "danger";
  /** Beside others in a row of a table. */
  readonly size?: "small";
  readonly id?: string;
  readonly className?: string;
  /** Empties the fields when it is done. */
  readonly resets?: boolean;
  /** When it changes, the fields show what was saved instead of what was typed. */
  readonly version?: number;
  readonly children?: ReactNode;
}

export function ActionForm(props: ActionFormProps) {
  const { action, ceremony, done, submit, tone = "primary", resets, version } = props;
  const router = useRouter();
  const { outcome, busy, ceremony: confirmation, act } = useConfirmedAction(action, ceremony);
  const button = useRef<HTMLButtonElement>(null);
  const fields = useRef<HTMLFormElement>(null);
  useKeptFocus(button);
  const shown = useRef(version);
  useEffect(() => {
    if (shown.current === version) return;
    shown.current = version;
    fields.current?.reset();
  }, [version]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (busy) return;
    const answer = await act(new FormData(form));
    if (answer?.status === "done") {
      if (resets) form.reset();
      router.refresh();
    }
    button.current?.focus();
  }

  return (
    <form ref={fields} id={props.id} className={props.className} onSubmit={send} noValidate>
      {props.children}
      <div className={`flex flex-wrap items-center gap-3 ${props.size ? "" : "mt-3"}`}>
        <button
          ref={button}
          type="submit"
          aria-label={props.submitLabel}
          className={`button ${tone === "primary" ? "" : `button-${tone}`} ${props.size ? "button-small" : ""}`}
          aria-disabled={busy}
        >
          {submit}
        </button>
        <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done={done} />
      </div>
    </form>
  );
}
