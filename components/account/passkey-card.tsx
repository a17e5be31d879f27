"use client";
/** One passkey with what can be done to it: its name changes in place, removing asks in a dialog. */
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { quiet, useRename } from "#components/passkey/use-rename.ts";
import { isolate } from "#lib/i18n/isolate.ts";
import type { ManagePasskeyWords } from "./manage-passkey-words.ts";
import { RemovePasskeyDialog } from "./remove-passkey-dialog.tsx";
import { RenameForm } from "./rename-form.tsx";

interface PasskeyCardProps {
  readonly id: string;
  readonly name: string;
  readonly isOnly: boolean;
  readonly words: ManagePasskeyWords;
  readonly ceremony: CeremonyLabels;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
  readonly badges: ReactNode;
  readonly children: ReactNode;
}

export function PasskeyCard(props: PasskeyCardProps) {
  const { id, name, words, ceremony, verifiedUntil } = props;
  const router = useRouter();
  const { shown, editing, state, busy, invalid, begin, save, cancel } = useRename(
    { id, name },
    ceremony.address,
    router.refresh,
  );
  const trigger = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  // Back to where it began, however the editing ended.
  useEffect(() => {
    if (wasEditing.current && !editing) trigger.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const confirmFirst = editing && Date.parse(verifiedUntil) <= Date.now();
  return (
    <div className="min-w-0 grow sm:flex sm:items-start sm:gap-4">
      <div className="min-w-0 grow">
        {editing ? (
          <RenameForm
            name={shown}
            words={words}
            busy={busy}
            invalid={invalid}
            onSave={(wished) => void save(wished)}
            onCancel={cancel}
          />
        ) : (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <p className="font-medium" dir="auto">
              {shown}
            </p>
            {props.badges}
          </div>
        )}
        <CeremonyStatus
          compact
          state={editing || state.phase === "done" ? state : quiet}
          labels={ceremony}
          hint={confirmFirst ? words.confirmHint : ""}
          doneText={words.renamed.replace("{name}", isolate(shown, "ltr"))}
        />
        {props.children}
      </div>
      {editing ? null : (
        <div className="mt-3 flex shrink-0 gap-2 sm:mt-0">
          <button
            ref={trigger}
            type="button"
            className="button button-secondary button-small"
            aria-label={words.renameNamed}
            onClick={begin}
          >
            {words.rename}
          </button>
          <RemovePasskeyDialog
            id={id}
            isOnly={props.isOnly}
            words={words.remove}
            ceremony={ceremony}
            verifiedUntil={verifiedUntil}
          />
        </div>
      )}
    </div>
  );
}
