"use client";
/** Times in the reader's zone or in UTC, which logs of other machines are written in. */
import { chooseZone, useZone, type Zone } from "./chosen-zone.ts";

interface ZoneSwitchProps {
  readonly label: string;
  readonly words: Readonly<Record<Zone, string>>;
}

export function ZoneSwitch({ label, words }: ZoneSwitchProps) {
  const zone = useZone();
  return (
    <fieldset className="flex items-center gap-2 text-muted">
      <legend className="float-start">{label}</legend>
      <span className="flex rounded-md border border-border bg-surface p-0.5">
        {(["local", "utc"] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={zone === choice}
            onClick={() => chooseZone(choice)}
            className="min-h-7 cursor-pointer rounded-sm px-2.5 text-xs font-medium text-muted hover:text-fg aria-pressed:bg-accent-soft aria-pressed:text-accent-soft-fg pointer-coarse:min-h-10"
          >
            {words[choice]}
          </button>
        ))}
      </span>
    </fieldset>
  );
}
