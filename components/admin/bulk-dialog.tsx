"use client";
/**
 * The question before many things at once that cannot be taken back, and what came of each of them. The form is the one
 * that the checkboxes of a table belong to; without a table it acts on what its fields say.
 */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { DialogButtons, TypedName } from "./dialog-parts.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

export interface BulkResult {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly message: string }[];
  /** There is more of it than was done at once: it is asked for again until there is not. */
  readonly more?: boolean;
}

interface BulkDialogProps {
  readonly action: Action<BulkResult>;
  readonly ceremony: CeremonyLabels;
  /** The id of the form, and the name of the checkboxes that belong to it. */
  readonly form: string;
  readonly field?: string;
  /** What is called how, for telling what was refused. */
  readonly names?: Readonly<Record<string, string>>;
  readonly trigger: string;
  readonly triggerTone?: "secondary" | "danger";
  readonly title: string;
  readonly body: ReactNode;
  readonly confirm: string;
  readonly typed?: { readonly label: string; readonly value: string };
  readonly words: {
    readonly cancel: string;
    readonly close: string;
    /** With `{count}`. */
    readonly selected: string;
    readonly done: string;
    readonly refused: string;
  };
  readonly children?: ReactNode;
}

interface Tally {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly name: string; readonly message: string }[];
}

const nothing: Tally = { done: 0, refused: [] };

export function BulkDialog(props: BulkDialogProps) {
  const { action, ceremony, typed, form, field, names, words } = props;
  const router = useRouter();
  const { outcome, busy, ceremony: confirmation, act, reset } = useConfirmedAction(action, ceremony);
  const [name, setName] = useState("");
  const [selected, setSelected] = useState<number>();
  const [tally, setTally] = useState<Tally>();
  const [working, setWorking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const id = useId();
  const blocked =
    busy || working || tally !== undefined || (typed !== undefined && name.trim() !== typed.value.trim());

  function open() {
    reset();
    setName("");
    setTally(undefined);
    if (field !== undefined) setSelected(checked(form, field).length);
    dialog.current?.showModal();
    leave.current?.focus();
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (blocked) return;
    const data = new FormData(event.currentTarget);
    setWorking(true);
    let sum = nothing;
    for (;;) {
      const answer = await act(data);
      if (answer?.status !== "done") break;
      const { done, refused, more } = answer.result;
      const told = refused.map(({ id, message }) => ({ id, name: names?.[id] ?? id, message }));
      // What is refused once is refused again: only the last round tells it.
      sum = { done: sum.done + done, refused: told };
      setTally(sum);
      if (!more || done === 0) break;
    }
    setWorking(false);
    leave.current?.focus();
  }

  function closed() {
    if (tally === undefined) return;
    for (const box of field === undefined ? [] : checked(form, field)) box.checked = false;
    setTally(undefined);
    router.refresh();
  }

  return (
    <>
      <button
        type="button"
        className={`button button-${props.triggerTone ?? "secondary"} button-small`}
        aria-haspopup="dialog"
        onClick={open}
      >
        {props.trigger}
      </button>
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-body`}
        onClose={closed}
        className="auth-card m-auto text-fg shadow-(--shadow-pop)"
      >
        <form id={form} onSubmit={send} noValidate>
          <h2 id={`${id}-title`} className="text-lg font-semibold">
            {props.title}
          </h2>
          <div id={`${id}-body`} className="mt-2 text-sm text-muted">
            {props.body}
            {selected === undefined ? null : (
              <p className="mt-2 font-medium text-fg tabular-nums">
                {words.selected.replace("{count}", String(selected))}
              </p>
            )}
          </div>
          {tally === undefined ? props.children : null}
          {typed && tally === undefined ? (
            <TypedName id={`${id}-name`} label={typed.label} value={name} onChange={setName} />
          ) : null}
          <div role="status">{tally === undefined ? null : <Told tally={tally} words={words} />}</div>
          <DialogButtons
            dialog={dialog}
            leave={leave}
            cancel={tally === undefined ? words.cancel : words.close}
            confirm={tally === undefined ? props.confirm : undefined}
            blocked={blocked}
          />
          <div className="mt-3">
            <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done="" />
          </div>
        </form>
      </dialog>
    </>
  );
}

function Told({ tally, words }: { readonly tally: Tally; readonly words: BulkDialogProps["words"] }) {
  return (
    <div className="mt-4 text-sm">
      <p className="font-medium tabular-nums">{words.done.replace("{count}", String(tally.done))}</p>
      {tally.refused.length === 0 ? null : (
        <>
          <p className="mt-2 font-medium text-danger tabular-nums">
            {words.refused.replace("{count}", String(tally.refused.length))}
          </p>
          <ul className="mt-1 max-h-48 list-disc overflow-y-auto ps-5">
            {tally.refused.map(({ id, name, message }) => (
              <li key={id}>
                <bdi className="font-medium">{name}</bdi>: {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function checked(form: string, field: string): HTMLInputElement[] {
  const owner = document.getElementById(form);
  const fields = owner instanceof HTMLFormElement ? [...owner.elements] : [];
  return fields.filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === field && one.checked,
  );
}
