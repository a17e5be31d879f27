"use client";
/** Confirming it's you on a page of its own: then the page shows what it was for. */
import { useRef } from "react";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import { confirmIdentity } from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { useCeremony } from "./use-ceremony.ts";

export interface ConfirmLabels {
  readonly confirm: string;
  readonly hint: string;
  readonly done: string;
}

interface ConfirmPanelProps {
  readonly labels: ConfirmLabels;
  readonly ceremony: CeremonyLabels;
}

export function ConfirmPanel({ labels, ceremony }: ConfirmPanelProps) {
  const { state, busy, run } = useCeremony(ceremony.address);
  const button = useRef<HTMLButtonElement>(null);

  async function start() {
    if (busy || state.phase === "done") return;
    // Loaded anew, so that the page is announced with what it shows now.
    if (await run("get", confirmIdentity)) window.location.reload();
    else button.current?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button w-full"
        aria-disabled={busy || state.phase === "done"}
        onClick={() => void start()}
      >
        <PasskeyIcon />
        {labels.confirm}
      </button>
      <div className="mt-3">
        <CeremonyStatus state={state} labels={ceremony} hint={labels.hint} doneText={labels.done} />
      </div>
    </>
  );
}
