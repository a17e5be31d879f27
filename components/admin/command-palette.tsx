"use client";
/** The way to any page, person, group or app by its name: a button, and Ctrl or Command with K. */
import { Search } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { PaletteDialogProps } from "./palette-dialog.tsx";

/** Most visits open it never. */
const PaletteDialog = lazy(async () => ({ default: (await import("./palette-dialog.tsx")).PaletteDialog }));

interface CommandPaletteProps extends Omit<PaletteDialogProps, "onClose"> {
  readonly label: string;
  /** As the keyboard of this computer spells it. */
  readonly shortcut: string;
}

export function CommandPalette({ label, shortcut, ...dialog }: CommandPaletteProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    // Where it was opened by its keys, the dialog has given the focus back to what had it.
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.shiftKey || event.altKey) return;
      event.preventDefault();
      // A question that is open is answered first.
      if (!document.querySelector("dialog[open]")) setOpen(true);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="flex min-h-9 items-center gap-2 rounded-md border border-control bg-surface px-3 text-muted hover:bg-sunken max-sm:min-w-9 max-sm:justify-center max-sm:px-0"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Search aria-hidden="true" size={16} />
        <span className="max-sm:sr-only">{label}</span>
        <kbd className="rounded-sm border border-border px-1.5 text-xs max-sm:hidden">{shortcut}</kbd>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <PaletteDialog {...dialog} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
