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
import { BulkSelection } from "./bulk-selection.tsx";
import { type BulkFields, useBulkRun } from "./use-bulk-run.ts";
import type { Outcome } from "./use-confirmed-action.ts";
import { type Matching, useMatching } from "./use-matching.ts";

interface BulkBarProps {
  readonly form: string;
  readonly changes: readonly BulkChange[];
  readonly ceremony: CeremonyLabels;
  readonly matching?: Matching | undefined;
  readonly words: BulkWords;
}

interface Doing {
  readonly change: BulkChange;
  readonly fields: BulkFields;
}

export function BulkBar({ form, changes, ceremony, matching, words }: BulkBarProps) {
  const router = useRouter();
  const meant = useMatching(form, matching);
  const { ids, isAll, clear } = meant;
  const [doing, setDoing] = useState<Doing>();
  const bar = useRef<HTMLFormElement>(null);
  const question = useRef<HTMLDialogElement>(null);
  const result = useRef<HTMLDivElement>(null);
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

  async function carryOut({ change, fields }: Doing) {
    const { past } = await run(ids, { ...fields, kind: change.kind });
    if (past === 0) return;
    clear();
    // The bar goes with the selection; the way back is in what came of it.
    if (!bar.current?.checkVisibility()) result.current?.focus();
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
    if (change.undo === undefined || isAll) question.current?.showModal();
    else await carryOut(next);
  }

  async function undo() {
    if (!doing?.change.undo || !tally) return;
    await run(tally.changed, { ...doing.fields, kind: doing.change.undo });
    setDoing(undefined);
    result.current?.focus();
    router.refresh();
  }

  return (
    <>
      <form ref={bar} id={form} onSubmit={send} className="bulk-bar" aria-label={words.label}>
        <BulkSelection meant={meant} matching={matching} words={words} />
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
      <div ref={result} tabIndex={-1} className="mt-3 outline-none">
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
          outcome={outcome?.status === "refused" ? outcome : undefined}
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

/** The ticked boxes belong to the form too; they are counted apart. */
function fieldsOf(data: FormData): Record<string, string> {
  data.delete("ids");
  return Object.fromEntries(
    [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
