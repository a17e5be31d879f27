"use client";
/** Making recovery codes on the account page: asks before it replaces some, then shows them once. */
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { useCeremony } from "#components/passkey/use-ceremony.ts";
import { type MadeCodesLabels, MadeCodesPanel } from "./made-codes.tsx";
import { type MadeCodes, makeRecoveryCodes } from "./make-codes.ts";

export interface RecoveryCodesLabels {
  readonly make: string;
  readonly replace: string;
  readonly replaceTitle: string;
  readonly replaceBody: string;
  readonly cancel: string;
  readonly done: string;
  readonly confirmHint: string;
  readonly made: MadeCodesLabels;
}

interface RecoveryCodesCardProps {
  /** The username. */
  readonly account: string;
  /** There is a set already, which a new one ends. */
  readonly exists: boolean;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
  readonly labels: RecoveryCodesLabels;
  readonly ceremony: CeremonyLabels;
  /** How many are left, or that there are none. */
  readonly children: ReactNode;
}

export function RecoveryCodesCard(props: RecoveryCodesCardProps) {
  const { account, exists, labels, ceremony, verifiedUntil, children } = props;
  const router = useRouter();
  const { state, busy, run, reset } = useCeremony(ceremony.address);
  const [made, setMade] = useState<MadeCodes>();
  const [confirmFirst, setConfirmFirst] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  async function make(): Promise<void> {
    if (busy) return;
    const codes = await run("get", makeRecoveryCodes);
    if (codes) setMade(codes);
    else if (!exists) trigger.current?.focus();
  }

  function press() {
    const closed = Date.parse(verifiedUntil) <= Date.now();
    setConfirmFirst(closed);
    if (!exists) return void make();
    reset();
    dialog.current?.showModal();
    // The choice that changes nothing comes first.
    cancel.current?.focus();
  }

  if (made)
    return (
      <MadeCodesPanel codes={made.codes} account={account} labels={labels.made} level={2}>
        <button
          type="button"
          className="button mt-4"
          onClick={() => {
            setMade(undefined);
            reset();
            router.refresh();
          }}
        >
          {labels.done}
        </button>
      </MadeCodesPanel>
    );
  const status = (
    <CeremonyStatus
      compact={!exists}
      state={state}
      labels={ceremony}
      hint={confirmFirst ? labels.confirmHint : ""}
      doneText=""
    />
  );
  return (
    <>
      {children}
      <button
        ref={trigger}
        type="button"
        className={`button mt-5 ${exists ? "button-secondary" : ""}`}
        aria-haspopup={exists ? "dialog" : undefined}
        aria-disabled={busy}
        onClick={press}
      >
        {exists ? labels.replace : labels.make}
      </button>
      {exists ? (
        <ReplaceDialog
          dialog={dialog}
          cancel={cancel}
          labels={labels}
          busy={busy}
          onReplace={make}
          onClose={reset}
        >
          {status}
        </ReplaceDialog>
      ) : (
        status
      )}
    </>
  );
}

interface ReplaceDialogProps {
  readonly dialog: React.Ref<HTMLDialogElement>;
  readonly cancel: React.Ref<HTMLButtonElement>;
  readonly labels: RecoveryCodesLabels;
  readonly busy: boolean;
  readonly onReplace: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ReplaceDialog({ dialog, cancel, labels, busy, onReplace, onClose, children }: ReplaceDialogProps) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      onClose={onClose}
      className="auth-card m-auto overflow-visible text-fg shadow-(--shadow-pop)"
    >
      <h2 id={`${id}-title`} className="text-xl font-semibold">
        {labels.replaceTitle}
      </h2>
      <p id={`${id}-body`} className="mt-2 text-muted">
        {labels.replaceBody}
      </p>
      <div className="mt-5">{children}</div>
      <form method="dialog" className="mt-3 grid gap-2">
        <button
          type="button"
          className="button button-danger"
          aria-disabled={busy}
          onClick={() => void onReplace()}
        >
          {labels.replace}
        </button>
        <button ref={cancel} type="submit" className="button button-secondary">
          {labels.cancel}
        </button>
      </form>
    </dialog>
  );
}
