"use client";
/** You're in: a passkey now, so that this is not needed again; then what a lost device asks for. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { confirmIdentity, isStepUpRequired, register } from "#components/passkey/ceremonies.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { sendSignals } from "#components/passkey/signals.ts";
import { useCeremony } from "#components/passkey/use-ceremony.ts";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import { EndOtherSessions, type EndOtherSessionsLabels } from "./end-other-sessions.tsx";

/** What a lost device asks for. */
export interface LostLabels {
  readonly title: string;
  readonly body: string;
  readonly seePasskeys: string;
  readonly others: EndOtherSessionsLabels;
}

export interface RecoveredLabels {
  readonly title: string;
  readonly lead: string;
  readonly account: string;
  readonly add: string;
  readonly addHint: string;
  readonly confirmExisting: string;
  readonly skip: string;
  readonly skipHint: string;
  readonly addedTitle: string;
  /** Holds `{name}`. */
  readonly addedBody: string;
  readonly confirmedTitle: string;
  readonly confirmedBody: string;
  /** Undefined where the person came in by a device that they have. */
  readonly lost: LostLabels | undefined;
  readonly continue: string;
  readonly done: string;
}

interface RecoveredPanelProps {
  readonly continueTo: string;
  readonly labels: RecoveredLabels;
  readonly ceremony: CeremonyLabels;
  readonly notice: ReactNode;
  /** What is said of recovery codes once the passkey is there. */
  readonly codes: ReactNode;
}

/** `name`: of the new passkey; without one, an old one turned up on this device. */
interface Settled {
  readonly name?: string;
}

export function RecoveredPanel(props: RecoveredPanelProps) {
  const [settled, setSettled] = useState<Settled>();
  return settled ? (
    <SettledPanel {...props} settled={settled} />
  ) : (
    <AddPanel {...props} onSettled={setSettled} />
  );
}

interface AddPanelProps extends RecoveredPanelProps {
  readonly onSettled: (settled: Settled) => void;
}

function AddPanel({ continueTo, labels, ceremony, notice, onSettled }: AddPanelProps) {
  const { state, busy, run } = useCeremony(ceremony.address);
  const button = useRef<HTMLButtonElement>(null);
  // Another name for "excluded": the device that seemed lost, or its synced copy, is at hand after all.
  const [existing, setExisting] = useState(false);
  if (!existing && state.phase === "done" && state.alreadyRegistered) setExisting(true);

  async function press() {
    if (busy) return;
    if (existing) {
      if (await run("get", confirmIdentity)) return onSettled({});
    } else {
      const added = await run("create", (step) => register(step, {}).catch(startAgainWhenLate));
      if (added) {
        onSettled({ name: added.passkey.name });
        return void sendSignals(added.signals);
      }
    }
    button.current?.focus();
  }

  return (
    <>
      <h1>{labels.title}</h1>
      <p className="mt-2">{labels.lead}</p>
      <p className="mt-1 text-sm text-muted" dir="auto">
        {labels.account}
      </p>
      {notice}
      <button
        ref={button}
        type="button"
        className="button mt-6 w-full"
        aria-disabled={busy}
        onClick={() => void press()}
      >
        <PasskeyIcon />
        {existing ? labels.confirmExisting : labels.add}
      </button>
      <div className="mt-3">
        <CeremonyStatus
          state={state}
          labels={{ ...ceremony, alreadyRegistered: labels.confirmedBody }}
          hint={labels.addHint}
          doneText={labels.done}
        />
      </div>
      <div className="mt-4 border-t border-border pt-4">
        <a className="button button-secondary w-full" href={continueTo}>
          {labels.skip}
        </a>
        <p className="mt-2 text-sm text-muted">{labels.skipHint}</p>
      </div>
    </>
  );
}

/** The ten minutes are over: the page knows what to say then. */
function startAgainWhenLate(error: unknown): never {
  if (isStepUpRequired(error)) location.reload();
  throw error;
}

function SettledPanel({ settled, continueTo, labels, codes }: RecoveredPanelProps & { settled: Settled }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name } = settled;
  return (
    <div data-ceremony="done">
      <h1 ref={heading} tabIndex={-1} className="outline-none">
        {name === undefined ? labels.confirmedTitle : labels.addedTitle}
      </h1>
      <p className="mt-2" dir="auto">
        {name === undefined ? labels.confirmedBody : labels.addedBody.replace("{name}", name)}
      </p>
      {labels.lost ? <LostDevice labels={labels.lost} /> : null}
      <div className="mt-4 text-sm text-muted">{codes}</div>
      <a className="button mt-6 w-full" href={continueTo}>
        {labels.continue}
      </a>
    </div>
  );
}

function LostDevice({ labels }: { readonly labels: LostLabels }) {
  return (
    <section aria-labelledby="lost-device" className="mt-5 rounded-md border border-border p-4">
      <h2 id="lost-device" className="font-semibold">
        {labels.title}
      </h2>
      <p className="mt-1 text-sm text-muted">{labels.body}</p>
      <div className="mt-3 grid gap-2">
        <EndOtherSessions labels={labels.others} />
        <a className="button button-secondary button-small" href="/account/passkeys">
          {labels.seePasskeys}
        </a>
      </div>
    </section>
  );
}
