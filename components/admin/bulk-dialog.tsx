"use client";
/**
 * The question before many things at once that cannot be taken back, and what came of each of them. The form is the one
 * that the checkboxes of a table belong to; without a table it acts on what its fields say.
 */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { BulkSelection } from "./bulk-selection.tsx";
import { DialogButtons, TypedName } from "./dialog-parts.tsx";
import type { Action } from "./use-confirmed-action.ts";
import { type BulkResult, type DialogTally, useDialogRun } from "./use-dialog-run.ts";
import { leaveHidden } from "./use-kept-focus.ts";
import { type Matching, useMatching } from "./use-matching.ts";

interface BulkDialogProps {
  readonly action: Action<BulkResult>;
  readonly ceremony: CeremonyLabels;
  /** The id of the form, and the name of the checkboxes that belong to it. */
  readonly form: string;
  readonly field?: string;
  readonly matching?: Matching | undefined;
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
    readonly clear: string;
    readonly done: string;
    readonly refused: string;
  };
  readonly children?: ReactNode;
}

export function BulkDialog(props: BulkDialogProps) {
  const { action, ceremony, typed, form, field, matching, words } = props;
  const router = useRouter();
  const meant = useMatching(form, matching);
  const {
    run,
    stop,
    clear,
    tally,
    busy,
    running,
    outcome,
    ceremony: confirmation,
  } = useDialogRun(action, ceremony);
  const [name, setName] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isBlocked =
    busy || tally !== undefined || (typed !== undefined && name.trim() !== typed.value.trim());
  const selected =
    field === undefined ? undefined : words.selected.replace("{count}", String(meant.ids.length));

  function open() {
    clear();
    setName("");
    dialog.current?.showModal();
    leave.current?.focus();
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBlocked) return;
    await run(new FormData(event.currentTarget), field, meant.ids);
    leave.current?.focus();
  }

  function closed() {
    stop();
    if (tally === undefined) return;
    meant.clear();
    // Without a selection the bar goes, and with it what the dialog gave the focus back to.
    leaveHidden(trigger.current);
    clear();
    router.refresh();
  }

  return (
    <>
      {field === undefined ? null : <BulkSelection meant={meant} matching={matching} words={words} />}
      <button
        ref={trigger}
        type="button"
        className={`button button-${props.triggerTone ?? "secondary"} button-small ${field === undefined ? "" : "ms-auto"}`}
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
              <p className="mt-2 font-medium text-fg tabular-nums">{selected}</p>
            )}
          </div>
          {tally === undefined ? props.children : null}
          {typed && tally === undefined ? (
            <TypedName id={`${id}-name`} label={typed.label} value={name} onChange={setName} />
          ) : null}
          {running && tally !== undefined && tally.past < tally.total ? (
            <progress
              className="bulk-progress mt-4"
              value={tally.past}
              max={tally.total}
              aria-label={props.title}
            />
          ) : null}
          <div role="status">
            {tally === undefined || running ? null : (
              <Told tally={tally} names={props.names ?? {}} words={words} />
            )}
          </div>
          <DialogButtons
            dialog={dialog}
            leave={leave}
            cancel={tally === undefined ? words.cancel : words.close}
            confirm={tally === undefined ? props.confirm : undefined}
            blocked={isBlocked}
          />
          <div className="mt-3">
            <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done="" />
          </div>
        </form>
      </dialog>
    </>
  );
}

interface ToldProps {
  readonly tally: DialogTally;
  readonly names: Readonly<Record<string, string>>;
  readonly words: BulkDialogProps["words"];
}

function Told({ tally, names, words }: ToldProps) {
  return (
    <div className="mt-4 text-sm">
      <p className="font-medium tabular-nums">{words.done.replace("{count}", String(tally.done))}</p>
      {tally.refused.length === 0 ? null : (
        <>
          <p className="mt-2 font-medium text-danger tabular-nums">
            {words.refused.replace("{count}", String(tally.refused.length))}
          </p>
          <ul className="mt-1 max-h-48 list-disc overflow-y-auto ps-5">
            {tally.refused.map(({ id, message }) => (
              <li key={id}>
                <bdi className="font-medium">{names[id] ?? id}</bdi>: {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
