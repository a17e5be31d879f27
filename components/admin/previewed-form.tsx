"use client";
/** A form whose consequences are counted before it is sent; where there are any, they are told, and a word is typed. */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { DialogButtons, TypedName } from "./dialog-parts.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

interface PreviewedFormProps {
  readonly action: Action<unknown>;
  /** What follows, in sentences; none: it is sent at once. */
  readonly preview: Action<{ readonly warnings: readonly string[] }>;
  readonly ceremony: CeremonyLabels;
  readonly words: {
    readonly save: string;
    readonly saved: string;
    readonly title: string;
    readonly typeLabel: string;
    readonly typed: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly children: ReactNode;
}

export function PreviewedForm({ action, preview, ceremony, words, children }: PreviewedFormProps) {
  const router = useRouter();
  const looking = useConfirmedAction(preview, ceremony);
  const saving = useConfirmedAction(action, ceremony);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const id = useId();
  const busy = looking.busy || saving.busy;
  const blocked = busy || typed.trim() !== words.typed;

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    saving.reset();
    const answer = await looking.act(new FormData(event.currentTarget));
    if (answer?.status !== "done") return;
    looking.reset();
    if (answer.result.warnings.length === 0) return await save();
    setWarnings(answer.result.warnings);
    setTyped("");
    setAsking(true);
    dialog.current?.showModal();
    leave.current?.focus();
  }

  async function save() {
    if (form.current === null) return;
    const answer = await saving.act(new FormData(form.current));
    if (answer?.status !== "done") return;
    dialog.current?.close();
    router.refresh();
  }

  function confirm(event: FormEvent) {
    event.preventDefault();
    if (!blocked) void save();
  }

  const state = saving.outcome || saving.busy ? saving : looking;
  const status = (
    <ActionStatus
      outcome={state.outcome}
      ceremony={state.ceremony.state}
      labels={ceremony}
      done={state === saving ? words.saved : ""}
    />
  );
  return (
    <>
      <form ref={form} onSubmit={look} noValidate>
        {children}
        <div className="mt-5 flex flex-wrap items-center gap-3">
          <button type="submit" className="button" aria-disabled={busy}>
            {words.save}
          </button>
          {asking ? null : status}
        </div>
      </form>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
        onClose={() => setAsking(false)}
        className="auth-card m-auto text-fg shadow-(--shadow-pop)"
      >
        <form onSubmit={confirm} noValidate>
          <h2 id={`${id}-title`} className="text-lg font-semibold">
            {words.title}
          </h2>
          <ul id={`${id}-body`} className="mt-3 grid list-disc gap-1.5 ps-5 text-sm">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
          <TypedName id={`${id}-typed`} label={words.typeLabel} value={typed} onChange={setTyped} />
          <DialogButtons
            dialog={dialog}
            leave={leave}
            cancel={words.cancel}
            confirm={words.confirm}
            blocked={blocked}
          />
          <div className="mt-3">{asking ? status : null}</div>
        </form>
      </dialog>
    </>
  );
}
