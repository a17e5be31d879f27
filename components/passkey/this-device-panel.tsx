"use client";
/** The offer of a passkey on this very device, which can be passed over. */
import { useRef, useState } from "react";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import { addPasskey } from "./add-passkey.ts";
import type { Registered } from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { type CreatedLabels, CreatedPanel } from "./created-panel.tsx";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";

export interface ThisDeviceLabels {
  readonly title: string;
  readonly lead: string;
  readonly own: string;
  readonly add: string;
  readonly hint: string;
  readonly notNow: string;
  readonly done: string;
}

interface ThisDeviceProps {
  readonly continueTo: string;
  readonly labels: ThisDeviceLabels;
  readonly created: CreatedLabels;
  readonly ceremony: CeremonyLabels;
}

export function ThisDevicePanel({ continueTo, labels, created, ceremony }: ThisDeviceProps) {
  const { state, busy, run } = useCeremony(ceremony.address);
  const [added, setAdded] = useState<Registered>();
  const button = useRef<HTMLButtonElement>(null);

  async function add() {
    if (busy || state.phase === "done") return;
    const result = await run("create", (step) =>
      addPasskey(step, { authenticatorSelection: { authenticatorAttachment: "platform" } }),
    );
    if (!result) return button.current?.focus();
    setAdded(result);
    void sendSignals(result.signals);
  }

  if (added)
    return (
      <CreatedPanel
        account={added.user.username}
        passkey={added.passkey}
        continueTo={continueTo}
        labels={created}
        ceremony={ceremony}
        offersMore={false}
      />
    );
  const settled = state.phase === "done";
  return (
    <>
      <h1>{labels.title}</h1>
      <p className="mt-2 text-muted">{labels.lead}</p>
      <p className="mt-2 text-sm text-muted">{labels.own}</p>
      {settled ? null : (
        <button
          ref={button}
          type="button"
          className="button mt-6 w-full"
          aria-disabled={busy}
          onClick={() => void add()}
        >
          <PasskeyIcon />
          {labels.add}
        </button>
      )}
      <a className={`button mt-2 w-full ${settled ? "" : "button-secondary"}`} href={continueTo}>
        {settled ? created.continue : labels.notNow}
      </a>
      <div className="mt-3">
        <CeremonyStatus state={state} labels={ceremony} hint={labels.hint} doneText={labels.done} />
      </div>
    </>
  );
}
