"use client";
/** What the command palette has found, in sections; the one that Enter leads to is marked. */
import { useEffect, useRef } from "react";

export interface PaletteEntry {
  readonly href: string;
  readonly name: string;
  readonly detail: string;
  readonly section: string;
}

interface PaletteListProps {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
}

export function PaletteList({ id, label, entries, active, onPoint }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  const sections = [...new Set(entries.map(({ section }) => section))];
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="palette-list">
      {sections.map((section) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, for which HTML has no element outside a select
        <div key={section} role="group" aria-label={section}>
          <div aria-hidden="true" className="px-3 pt-2 pb-1 text-xs text-muted">
            {section}
          </div>
          {entries.map((entry, index) =>
            entry.section === section ? (
              // The field has the focus; the keyboard moves the mark, not the focus.
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
              <div
                key={entry.href}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className="palette-option"
                onPointerMove={() => onPoint(index)}
                onClick={() => location.assign(entry.href)}
              >
                <bdi className="truncate font-medium">{entry.name}</bdi>
                <bdi className="truncate text-muted">{entry.detail}</bdi>
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}
