"use client";
/** What a new passkey was called, to be called otherwise at once. */
import { useEffect, useRef } from "react";
import { RenameForm, type RenameWords } from "#components/account/rename-form.tsx";
import { isolate } from "#lib/i18n/isolate.ts";
import type { Registered } from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { quiet, useRename } from "./use-rename.ts";

export interface CreatedNameLabels {
  /** Holds `{name}`. */
  readonly saved: string;
  readonly rename: RenameWords & {
    readonly trigger: string;
    /** Holds `{name}`. */
    readonly renamed: string;
  };
}

interface CreatedNameProps {
  readonly passkey: Registered["passkey"];
  readonly labels: CreatedNameLabels;
  readonly ceremony: CeremonyLabels;
}

export function CreatedName({ passkey, labels, ceremony }: CreatedNameProps) {
  const { shown, editing, state, busy, invalid, begin, save, cancel } = useRename(
    passkey,
    ceremony.address,
    // The page that led here may be gone: a set-up link works once.
    () => undefined,
  );
  const trigger = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  // Back to where it began, however the editing ended.
  useEffect(() => {
    if (wasEditing.current && !editing) trigger.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  return (
    <div className="mt-2">
      {editing ? (
        <RenameForm
          name={shown}
          words={labels.rename}
          busy={busy}
          invalid={invalid}
          onSave={(wished) => void save(wished)}
          onCancel={cancel}
        />
      ) : (
        <div className="flex items-center gap-3">
          <p className="min-w-0 grow font-medium">{labels.saved.replace("{name}", isolate(shown, "ltr"))}</p>
          <button
            ref={trigger}
            type="button"
            className="button button-secondary button-small shrink-0"
            onClick={begin}
          >
            {labels.rename.trigger}
          </button>
        </div>
      )}
      <CeremonyStatus
        compact
        state={editing || state.phase === "done" ? state : quiet}
        labels={ceremony}
        hint=""
        doneText={labels.rename.renamed.replace("{name}", isolate(shown, "ltr"))}
      />
    </div>
  );
}
