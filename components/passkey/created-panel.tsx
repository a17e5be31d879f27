"use client";
/** The passkey is saved: its name, what that means, and the offers of a second one and of recovery codes. */
import { useEffect, useRef, useState } from "react";
import { type MadeCodesLabels, MadeCodesPanel } from "#components/recovery/made-codes.tsx";
import { type MadeCodes, makeRecoveryCodes } from "#components/recovery/make-codes.ts";
import { addPasskey } from "./add-passkey.ts";
import type { Registered } from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { CreatedName, type CreatedNameLabels } from "./created-name.tsx";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";

export interface CreatedLabels {
  readonly title: string;
  readonly secondTitle: string;
  /** Holds `{name}`. */
  readonly saved: string;
  readonly rename: CreatedNameLabels["rename"];
  readonly synced: string;
  readonly notSynced: string;
  readonly continue: string;
  readonly addSecond: string;
  readonly secondHint: string;
  readonly done: string;
  readonly codes: { readonly offer: string; readonly hint: string; readonly made: MadeCodesLabels };
}

interface CreatedPanelProps {
  /** The username. */
  readonly account: string;
  readonly passkey: Registered["passkey"];
  readonly continueTo: string;
  readonly labels: CreatedLabels;
  readonly ceremony: CeremonyLabels;
  /** False for whoever has other passkeys already. */
  readonly offersMore?: boolean;
}

export function CreatedPanel(props: CreatedPanelProps) {
  const { account, passkey, continueTo, labels, ceremony, offersMore = true } = props;
  const { state, busy, run } = useCeremony(ceremony.address);
  const [second, setSecond] = useState<Registered["passkey"]>();
  const heading = useRef<HTMLHeadingElement>(null);
  const offer = useRef<HTMLButtonElement>(null);
  const codesOffer = useRef<HTMLButtonElement>(null);
  const [made, setMade] = useState<MadeCodes>();
  const shown = second ?? passkey;

  // The form is gone, and with it the focus: the heading tells what happened. Again after the second one.
  useEffect(() => {
    if (shown) heading.current?.focus();
  }, [shown]);

  async function addSecond() {
    if (busy) return;
    const result = await run("create", addPasskey);
    if (!result) return offer.current?.focus();
    setSecond(result.passkey);
    void sendSignals(result.signals);
  }

  async function makeCodes() {
    if (busy) return;
    const result = await run("get", makeRecoveryCodes);
    if (!result) return codesOffer.current?.focus();
    setMade(result);
  }

  if (made)
    return (
      <MadeCodesPanel codes={made.codes} account={account} labels={labels.codes.made} level={1}>
        <a className="button mt-4 w-full" href={continueTo}>
          {labels.continue}
        </a>
      </MadeCodesPanel>
    );
  const settled = state.phase === "done";
  return (
    <div
      data-settled
      data-ceremony={state.phase === "idle" || state.phase === "loading" ? "done" : undefined}
    >
      <h1 ref={heading} tabIndex={-1} className="outline-none">
        {second ? labels.secondTitle : labels.title}
      </h1>
      <CreatedName key={shown.id} passkey={shown} labels={labels} ceremony={ceremony} />
      <p className="mt-1 text-muted">{shown.synced ? labels.synced : labels.notSynced}</p>
      <a className="button mt-6 w-full" href={continueTo}>
        {labels.continue}
      </a>
      {second || !offersMore ? null : (
        <button
          ref={offer}
          type="button"
          className="button button-secondary mt-2 w-full"
          aria-disabled={busy}
          onClick={() => void addSecond()}
        >
          {labels.addSecond}
        </button>
      )}
      {!offersMore || (settled && second) ? null : (
        <div className="mt-3">
          <CeremonyStatus state={state} labels={ceremony} hint={labels.secondHint} doneText={labels.done} />
        </div>
      )}
      {offersMore ? (
        <>
          <button
            ref={codesOffer}
            type="button"
            className="button button-secondary mt-4 w-full"
            aria-disabled={busy}
            aria-describedby="codes-hint"
            onClick={() => void makeCodes()}
          >
            {labels.codes.offer}
          </button>
          <p id="codes-hint" className="mt-2 text-sm text-muted">
            {labels.codes.hint}
          </p>
        </>
      ) : null}
    </div>
  );
}
