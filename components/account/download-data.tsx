"use client";
/** Starts the download of one's own data, with the confirmation in front where that is due. */
import { useRef, useState } from "react";
import { confirmIdentity } from "#components/passkey/ceremonies.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { useCeremony } from "#components/passkey/use-ceremony.ts";

interface DownloadDataProps {
  readonly href: string;
  readonly label: string;
  readonly hint: string;
  readonly started: string;
  readonly ceremony: CeremonyLabels;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
}

/** So that the window does not close between the press and the server's look. */
const marginMs = 5_000;

export function DownloadData({ href, label, hint, started, ceremony, verifiedUntil }: DownloadDataProps) {
  const { state, busy, run } = useCeremony(ceremony.address);
  const [until, setUntil] = useState(() => Date.parse(verifiedUntil));
  const [begun, setBegun] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const confirmFirst = until - marginMs <= Date.now();

  async function press() {
    if (busy) return;
    if (until - marginMs <= Date.now()) {
      const confirmed = await run("get", confirmIdentity);
      button.current?.focus();
      if (!confirmed) return;
      setUntil(new Date(confirmed.expiresAt).getTime());
    }
    // The answer is a file, so the page stays.
    window.location.assign(href);
    setBegun(true);
  }

  return (
    <div>
      <button
        ref={button}
        type="button"
        className="button button-secondary"
        aria-disabled={busy}
        onClick={() => void press()}
      >
        {label}
      </button>
      <CeremonyStatus
        compact
        state={state.phase === "done" || begun ? { phase: "done", alreadyRegistered: false } : state}
        labels={ceremony}
        hint={confirmFirst ? hint : ""}
        doneText={begun ? started : ""}
      />
    </div>
  );
}
