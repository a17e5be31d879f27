"use client";
/** What is ticked in a table, or everything that the table's filters find. */
import { useCallback, useState } from "react";
import type { BulkFields } from "./use-bulk-run.ts";
import type { Action } from "./use-confirmed-action.ts";
import { useSelection } from "./use-selection.ts";

/** Everything that the filters find, where that is more than the page shows. */
export interface Matching {
  readonly label: string;
  readonly action: Action<{ readonly ids: readonly string[] }>;
  readonly filters: BulkFields;
}

export interface Meant {
  readonly ids: readonly string[];
  /** More is meant than the page shows. */
  readonly isAll: boolean;
  readonly meanAll: () => Promise<void>;
  readonly clear: () => void;
  /** Why all of it could not be meant. */
  readonly refusal: string | undefined;
}

/** `form` is the id of the form that the checkboxes belong to. */
export function useMatching(form: string, matching: Matching | undefined): Meant {
  const selection = useSelection(form);
  const [all, setAll] = useState<readonly string[]>();
  const [refusal, setRefusal] = useState<string>();
  // Whoever unticks a row means the rows that they see.
  const isAll = all !== undefined && selection.isWhole;
  const { tickAll, clear: untick } = selection;

  const meanAll = useCallback(async () => {
    if (!matching) return;
    const answer = await matching.action(formOf(matching.filters));
    setRefusal(answer.status === "done" ? undefined : answer.failure.message);
    if (answer.status !== "done") return;
    tickAll();
    setAll(answer.result.ids);
  }, [matching, tickAll]);
  const clear = useCallback(() => {
    setAll(undefined);
    untick();
  }, [untick]);
  return { ids: isAll ? all : selection.ids, isAll, meanAll, clear, refusal };
}

function formOf(fields: BulkFields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
