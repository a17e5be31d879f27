"use client";
/** Signing in: by the accounts that the browser knows, or the button and the field with autofill; and other ways. */
import { type ReactNode, useRef } from "react";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { type KnownAccount, KnownAccounts } from "./known-accounts.tsx";
import { type OtherWay, OtherWays, type OtherWaysIcons, type OtherWaysLabels } from "./other-ways.tsx";
import { type SignInTargets, useSignIn } from "./use-sign-in.ts";

export interface SignInLabels extends OtherWaysLabels {
  readonly button: string;
  readonly hint: string;
  readonly or: string;
  readonly fieldLabel: string;
  readonly fieldHint: string;
  readonly another: string;
  readonly known: string;
  readonly done: string;
}

interface SignInPanelProps {
  readonly targets: SignInTargets;
  readonly loginHint: string;
  /** Those to be offered by name; none: the button and the field are shown. */
  readonly accounts: readonly KnownAccount[];
  readonly forgetAction: string;
  /** The same page with the other choice: accounts or field; absent where there is none. */
  readonly otherChoice: string | undefined;
  readonly ways: readonly OtherWay[];
  readonly labels: SignInLabels;
  readonly icons: OtherWaysIcons & { readonly forget: ReactNode };
  readonly ceremony: CeremonyLabels;
}

export function SignInPanel(props: SignInPanelProps) {
  const { targets, loginHint, accounts, forgetAction, otherChoice, ways, labels, icons, ceremony } = props;
  const byName = accounts.length > 0;
  const { state, busy, hindered, wrongAddress, otherWays, setOtherWays, start } = useSignIn(
    ceremony.address,
    targets,
    !byName,
  );
  const button = useRef<HTMLButtonElement>(null);
  const inactive = busy || state.phase === "done";
  return (
    <div>
      {byName ? (
        <KnownAccounts
          accounts={accounts}
          forgetAction={forgetAction}
          forgetIcon={icons.forget}
          busy={inactive}
          onChoose={({ username }, trigger) => void start({ username }, trigger)}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className="button w-full"
          aria-disabled={inactive}
          onClick={() => void start({}, button.current)}
        >
          <PasskeyIcon />
          {labels.button}
        </button>
      )}
      <div className="mt-3">
        <CeremonyStatus state={state} labels={ceremony} hint={labels.hint} doneText={labels.done} />
      </div>
      {byName || hindered ? null : (
        <AutofillField labels={labels} loginHint={loginHint} onEnter={() => void start({}, button.current)} />
      )}
      {otherChoice === undefined ? null : (
        <a className="button button-secondary mt-4 w-full" href={otherChoice}>
          {byName ? labels.another : labels.known}
        </a>
      )}
      {wrongAddress ? null : (
        <OtherWays
          labels={labels}
          icons={icons}
          ways={ways}
          open={otherWays}
          onToggle={setOtherWays}
          canAsk={!hindered && state.phase !== "loading"}
          busy={inactive}
          onChoose={(hint, trigger) => void start({ hint }, trigger)}
        />
      )}
    </div>
  );
}

interface AutofillFieldProps {
  readonly labels: SignInLabels;
  readonly loginHint: string;
  readonly onEnter: () => void;
}

/** Where browsers list passkeys without a prompt. What is typed goes nowhere: the passkey knows its account. */
function AutofillField({ labels, loginHint, onEnter }: AutofillFieldProps) {
  return (
    <>
      <div className="my-4 flex items-center gap-3 text-sm text-muted" aria-hidden="true">
        <span className="h-px grow bg-border" />
        {labels.or}
        <span className="h-px grow bg-border" />
      </div>
      <label htmlFor="identifier" className="block text-sm font-medium">
        {labels.fieldLabel}
      </label>
      <input
        id="identifier"
        type="email"
        className="field-input mt-1.5"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        defaultValue={loginHint}
        aria-describedby="identifier-hint"
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter();
        }}
      />
      <p id="identifier-hint" className="mt-1.5 text-sm text-muted">
        {labels.fieldHint}
      </p>
    </>
  );
}
