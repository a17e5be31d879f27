"use client";
/** What can be done to the rows that are ticked, or to everything that the filters find. */
import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { BulkOutcome } from "#lib/accounts/bulk/schema.ts";
import { ActionStatus } from "./action-status.tsx";
import { type BulkChange, BulkChoice } from "./bulk-choice.tsx";
import { BulkQuestion } from "./bulk-question.tsx";
import { BulkResult, type BulkWords } from "./bulk-result.tsx";
import { type BulkFields, useBulkRun } from "./use-bulk-run.ts";
import type { Action, Outcome } from "./use-confirmed-action.ts";
import { useSelection } from "./use-selection.ts";

interface BulkBarProps {
  readonly form: string;
  readonly changes: readonly BulkChange[];
  readonly ceremony: CeremonyLabels;
  /** Everything that the filters find, where that is more than the page shows. */
  readonly matching?: {
    readonly label: string;
    readonly action: Action<{ readonly ids: readonly string[] }>;
    readonly filters: BulkFields;
  };
  readonly words: BulkWords;
}

interface Doing {
  readonly change: BulkChange;
  readonly fields: BulkFields;
}

export function BulkBar({ form, changes, ceremony, matching, words }: BulkBarProps) {
  const router = useRouter();
  const selection = useSelection(form);
  const [all, setAll] = useState<readonly string[]>();
  const [doing, setDoing] = useState<Doing>();
  const [found, setFound] = useState<Outcome<unknown>>();
  const question = useRef<HTMLDialogElement>(null);
  const ids = all ?? selection.ids;
  const act = useCallback((data: FormData) => actionOf(changes, data), [changes]);
  const {
    run,
    stop,
    clear: forget,
    tally,
    running,
    outcome,
    ceremony: confirmation,
  } = useBulkRun(act, ceremony);

  function clear() {
    setAll(undefined);
    selection.clear();
  }

  async function selectAll() {
    if (!matching) return;
    const answer = await matching.action(formOf(matching.filters));
    setFound(answer.status === "done" ? undefined : answer);
    if (answer.status !== "done") return;
    selection.tickAll();
    setAll(answer.result.ids);
  }

  async function carryOut({ change, fields }: Doing) {
    const { past } = await run(ids, { ...fields, kind: change.kind });
    if (past === 0) return;
    clear();
    router.refresh();
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (running || ids.length === 0) return;
    const fields = fieldsOf(new FormData(event.currentTarget));
    const change = changes.find(({ kind }) => kind === fields.kind);
    if (!change) return;
    const next = { change, fields: { ...fields, ...change.fields } };
    setDoing(next);
    forget();
    // What cannot be taken back, and what is about more than the eye sees, is asked first.
    if (change.undo === undefined || all !== undefined) question.current?.showModal();
    else await carryOut(next);
  }

  async function undo() {
    if (!doing?.change.undo || !tally) return;
    await run(tally.changed, { ...doing.fields, kind: doing.change.undo });
    setDoing(undefined);
    router.refresh();
  }

  return (
    <>
      <form id={form} onSubmit={send} className="bulk-bar" aria-label={words.label}>
        <p className="font-medium tabular-nums" role="status">
          {words.selected.replace("{count}", String(ids.length))}
        </p>
        {matching && all === undefined ? (
          <button type="button" className="text-link" onClick={selectAll}>
            {matching.label}
          </button>
        ) : null}
        <button type="button" className="text-link" onClick={clear}>
          {words.clear}
        </button>
        <BulkChoice changes={changes} words={words} busy={running} />
      </form>
      <BulkQuestion
        ref={question}
        title={doing?.change.label ?? ""}
        body={doing?.change.question}
        selected={words.selected.replace("{count}", String(ids.length))}
        words={words}
        onConfirm={() => doing && carryOut(doing)}
      />
      <div className="mt-3 empty:hidden">
        {tally && tally.total > 0 ? (
          <BulkResult
            tally={tally}
            running={running}
            words={words}
            onStop={stop}
            onClose={forget}
            onUndo={doing?.change.undo === undefined || tally.changed.length === 0 ? undefined : undo}
          />
        ) : null}
        <ActionStatus
          outcome={found ?? (outcome?.status === "refused" ? outcome : undefined)}
          ceremony={confirmation.state}
          labels={ceremony}
          done=""
        />
      </div>
    </>
  );
}

function actionOf(changes: readonly BulkChange[], data: FormData): Promise<Outcome<BulkOutcome>> {
  const asked = data.get("kind");
  const found = changes.find(({ kind }) => kind === asked) ?? changes.find(({ undo }) => undo === asked);
  if (!found) throw new Error("no such change");
  return found.action(data);
}

function formOf(fields: BulkFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** The ticked boxes belong to the form too; they are counted apart. */
function fieldsOf(data: FormData): Record<string, string> {
  data.delete("ids");
  return Object.fromEntries(
    [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
