"use client";
/** Signing in: the button, the field with autofill, and other ways when this device holds no passkey. */
import { KeyRound, Smartphone } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import { armAutofill } from "./autofill.ts";
import { type Capabilities, readCapabilities } from "./capabilities.ts";
import { finishAutofill, type PasskeyHint, type SignedIn, signIn } from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import type { FailureReason } from "./failure.ts";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";
import type { AuthenticationResponseJSON } from "./webauthn.ts";

export interface SignInLabels {
  readonly button: string;
  readonly hint: string;
  readonly or: string;
  readonly fieldLabel: string;
  readonly fieldHint: string;
  readonly otherWays: string;
  readonly otherWaysBody: string;
  readonly usePhone: string;
  readonly useSecurityKey: string;
  readonly done: string;
}

interface SignInPanelProps {
  /** Where the browser goes afterwards; checked on the server. */
  readonly continueTo: string;
  readonly loginHint: string;
  readonly labels: SignInLabels;
  readonly ceremony: CeremonyLabels;
  /** Pages that let somebody in without a passkey. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
}

/** Failures after which a phone or a security key may do what this device could not. */
const anotherWayHelps = new Set<FailureReason>([
  "notUsed",
  "timedOut",
  "needsVerification",
  "provider",
  "refused",
]);

export function SignInPanel({ continueTo, loginHint, labels, ceremony, ways }: SignInPanelProps) {
  const { state, busy, hindered, run } = useCeremony(ceremony.address);
  const [capabilities, setCapabilities] = useState<Capabilities>();
  const [otherWays, setOtherWays] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const ready = !busy && (state.phase === "idle" || state.phase === "failed");
  if (!otherWays && state.phase === "failed" && anotherWayHelps.has(state.failure.reason)) setOtherWays(true);

  async function goOn(person: SignedIn | undefined, trigger: HTMLElement | null) {
    if (person) {
      await sendSignals(person.signals);
      // Not `assign`: going back must lead to where the person came from, not to a sign-in that is over.
      window.location.replace(continueTo);
      return;
    }
    trigger?.focus();
  }

  async function start(hint?: PasskeyHint, trigger: HTMLElement | null = button.current) {
    if (busy || state.phase === "done") return;
    // "Immediate" looks at this device only and fails at once; after that the browser's full dialog is right.
    const immediate = capabilities?.immediateGet === true && !otherWays && !hint;
    await goOn(await run("get", (step) => signIn(step, immediate ? "immediate" : "modal", hint)), trigger);
  }

  const picked = useEffectEvent(async (credential: AuthenticationResponseJSON) => {
    await goOn(await run("get", (step) => finishAutofill(step, credential)), button.current);
  });
  useEffect(() => {
    void readCapabilities().then(setCapabilities);
  }, []);
  useEffect(() => {
    if (!ready || !capabilities?.conditionalGet) return;
    return armAutofill((credential) => void picked(credential));
  }, [ready, capabilities]);

  return (
    <div>
      <button
        ref={button}
        type="button"
        className="button w-full"
        aria-disabled={busy || state.phase === "done"}
        onClick={() => void start()}
      >
        <PasskeyIcon />
        {labels.button}
      </button>
      <div className="mt-3">
        <CeremonyStatus state={state} labels={ceremony} hint={labels.hint} doneText={labels.done} />
      </div>
      {hindered ? null : <AutofillField labels={labels} loginHint={loginHint} onEnter={() => void start()} />}
      {otherWays ? (
        <OtherWays
          labels={labels}
          ways={ways}
          disabled={busy}
          onChoose={(hint, trigger) => void start(hint, trigger)}
        />
      ) : (
        <p className="mt-5 text-center text-sm">
          <button type="button" className="text-link cursor-pointer" onClick={() => setOtherWays(true)}>
            {labels.otherWays}
          </button>
        </p>
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

interface OtherWaysProps {
  readonly labels: SignInLabels;
  readonly ways: SignInPanelProps["ways"];
  readonly disabled: boolean;
  readonly onChoose: (hint: PasskeyHint, trigger: HTMLElement) => void;
}

function OtherWays({ labels, ways, disabled, onChoose }: OtherWaysProps) {
  return (
    <section className="mt-6 border-t border-border pt-5" aria-labelledby="other-ways">
      <h2 id="other-ways" className="text-sm font-semibold">
        {labels.otherWays}
      </h2>
      <p className="mt-1 text-sm text-muted">{labels.otherWaysBody}</p>
      <div className="mt-3 grid gap-2">
        <button
          type="button"
          className="button button-secondary w-full"
          aria-disabled={disabled}
          onClick={(event) => onChoose("hybrid", event.currentTarget)}
        >
          <Smartphone aria-hidden="true" size="1.125em" />
          {labels.usePhone}
        </button>
        <button
          type="button"
          className="button button-secondary w-full"
          aria-disabled={disabled}
          onClick={(event) => onChoose("security-key", event.currentTarget)}
        >
          <KeyRound aria-hidden="true" size="1.125em" />
          {labels.useSecurityKey}
        </button>
        {ways.map(({ href, label }) => (
          <a key={href} className="button button-secondary w-full" href={href}>
            {label}
          </a>
        ))}
      </div>
    </section>
  );
}
