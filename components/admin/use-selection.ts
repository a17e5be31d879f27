"use client";
/** Which rows of a table are ticked: the checkboxes are the truth, since they work before any script does. */
import { useCallback, useEffect, useState } from "react";

export interface Selection {
  readonly ids: readonly string[];
  /** Every row that the page shows is ticked. */
  readonly isWhole: boolean;
  /** Ticks every row that the page shows. */
  readonly tickAll: () => void;
  readonly clear: () => void;
}

type Ticked = Pick<Selection, "ids" | "isWhole">;

/** `form` is the id of the form that the checkboxes belong to. */
export function useSelection(form: string): Selection {
  const [ticked, setTicked] = useState<Ticked>({ ids: [], isWhole: false });
  const read = useCallback(() => {
    const boxes = boxesOf(form);
    const ids = boxes.flatMap((box) => (box.checked ? [box.value] : []));
    setTicked({ ids, isWhole: ids.length === boxes.length });
  }, [form]);
  useEffect(() => {
    read();
    const changed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.form?.id === form) read();
    };
    document.addEventListener("change", changed);
    return () => document.removeEventListener("change", changed);
  }, [form, read]);
  const tick = useCallback(
    (checked: boolean) => {
      for (const box of boxesOf(form)) box.checked = checked;
      read();
    },
    [form, read],
  );
  return {
    ...ticked,
    tickAll: useCallback(() => tick(true), [tick]),
    clear: useCallback(() => tick(false), [tick]),
  };
}

function boxesOf(form: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`.data-table-select input[form="${form}"]`)];
}
