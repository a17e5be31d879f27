"use client";
/** A search through the operations of the page, where there is JavaScript: what does not match is hidden. */
import { useSyncExternalStore } from "react";

interface FilterProps {
  readonly label: string;
  readonly nothing: string;
}

const never = () => () => undefined;

export function Filter({ label, nothing }: FilterProps) {
  // Without JavaScript there is no field that would do nothing.
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isLive) return <div className="h-9" />;
  return (
    <search>
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        className="field-input"
        onInput={(event) => show(event.currentTarget.value, nothing)}
      />
      <p id="api-nothing" role="status" className="mt-2 text-muted empty:mt-0" />
    </search>
  );
}

/** Every word must stand somewhere in the address, the summary or the permissions. */
function show(text: string, nothing: string): void {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const group of document.querySelectorAll<HTMLElement>("[data-api-group]")) {
    let inGroup = 0;
    for (const operation of group.querySelectorAll<HTMLElement>("[data-search]")) {
      const content = (operation.dataset.search ?? "").toLowerCase();
      operation.hidden = !words.every((word) => content.includes(word));
      if (!operation.hidden) inGroup += 1;
    }
    group.hidden = inGroup === 0;
    shown += inGroup;
  }
  const status = document.getElementById("api-nothing");
  if (status) status.textContent = shown === 0 ? nothing : "";
}
