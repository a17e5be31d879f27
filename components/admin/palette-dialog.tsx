"use client";
/** The command palette itself: a field, and under it what it may mean. It leads somewhere and changes nothing. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { JumpTarget } from "#lib/accounts/jump/schema.ts";
import { type PaletteEntry, PaletteList } from "./palette-list.tsx";
import type { Action } from "./use-confirmed-action.ts";
import { useJumpTargets } from "./use-jump-targets.ts";

export interface PalettePage {
  readonly href: string;
  readonly label: string;
  readonly area: string;
}

export interface PaletteDialogProps {
  readonly pages: readonly PalettePage[];
  readonly find: Action<{ readonly targets: readonly JumpTarget[] }>;
  readonly words: {
    readonly title: string;
    readonly placeholder: string;
    readonly close: string;
    readonly pages: string;
    readonly people: string;
    readonly groups: string;
    readonly apps: string;
    readonly none: string;
    readonly searching: string;
    /** With `{count}`. */
    readonly found: string;
    readonly failed: string;
  };
  readonly onClose: () => void;
}

const places = { people: "users", groups: "groups", apps: "clients" } as const;

export function PaletteDialog({ pages, find, words, onClose }: PaletteDialogProps) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { targets, state } = useJumpTargets(find, text);
  const entries = [
    ...pagesLike(pages, text, words.pages),
    ...targets.map((target) => entryOf(target, words)),
  ];
  const at = Math.min(active, entries.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  function keyed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, entries.length - 1),
      PageUp: Math.max(at - 8, 0),
    };
    const next = steps[event.key];
    if (next !== undefined && entries.length > 0) {
      event.preventDefault();
      setActive((next + entries.length) % entries.length);
    }
    const chosen = entries[at];
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      location.assign(chosen.href);
    }
  }

  const status =
    state === "searching"
      ? words.searching
      : state === "failed"
        ? words.failed
        : entries.length === 0
          ? words.none
          : words.found.replace("{count}", String(entries.length));

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-label={words.title}
      className="palette text-fg shadow-(--shadow-pop)"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="flex items-center gap-2 border-b border-border p-2">
        <input
          type="search"
          role="combobox"
          aria-label={words.title}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={keyed}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          dir="auto"
          className="palette-field"
        />
        <button
          type="button"
          className="button button-secondary button-small"
          onClick={() => dialog.current?.close()}
        >
          {words.close}
        </button>
      </div>
      <PaletteList id={id} label={words.title} entries={entries} active={at} onPoint={setActive} />
      <p
        role="status"
        className={entries.length > 0 && state !== "failed" ? "sr-only" : "p-4 text-center text-muted"}
      >
        {status}
      </p>
    </dialog>
  );
}

function entryOf({ kind, id, name, detail }: JumpTarget, words: PaletteDialogProps["words"]): PaletteEntry {
  return { href: `/admin/${places[kind]}/${encodeURIComponent(id)}`, name, detail, section: words[kind] };
}

/** Pages are few: the browser has them all. */
function pagesLike(pages: readonly PalettePage[], text: string, section: string): PaletteEntry[] {
  const wanted = text.trim().toLocaleLowerCase();
  return pages
    .filter(({ label, area }) => `${label} ${area}`.toLocaleLowerCase().includes(wanted))
    .map(({ href, label, area }) => ({ href, name: label, detail: area, section }));
}
