"use client";
/** Signing in: by a click, for one account or any, or by what the browser's autofill brings; then the browser goes on. */
import { useEffect, useEffectEvent, useState } from "react";
import { armAutofill } from "./autofill.ts";
import { type Capabilities, platformAuthenticatorAvailable, readCapabilities } from "./capabilities.ts";
import { finishAutofill, type SignedIn, type SignInChoice, signIn } from "./ceremonies.ts";
import type { FailureReason } from "./failure.ts";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";
import type { AuthenticationResponseJSON } from "./webauthn.ts";

/** Failures after which a phone, a security key or a page of ours may do what this device could not. */
const anotherWayHelps = new Set<FailureReason>([
  "notUsed",
  "timedOut",
  "needsVerification",
  "provider",
  "refused",
  "unsupported",
]);

/** Where the browser goes afterwards; made and checked on the server. */
export interface SignInTargets {
  readonly continueTo: string;
  /** Offers a passkey on this device first, to whoever came with one from elsewhere. */
  readonly thisDevice: string;
  readonly disabled: string;
}

export function useSignIn(address: string, targets: SignInTargets, hasField: boolean) {
  const { state, busy, hindered, run } = useCeremony(address);
  const [capabilities, setCapabilities] = useState<Capabilities>();
  const reason = state.phase === "failed" ? state.failure.reason : undefined;
  const [otherWays, setOtherWays] = useState(false);
  const [failedBefore, setFailedBefore] = useState(false);
  if (!failedBefore && reason !== undefined && anotherWayHelps.has(reason)) {
    setFailedBefore(true);
    setOtherWays(true);
  }
  const ready = !busy && (state.phase === "idle" || state.phase === "failed");

  async function goOn(person: SignedIn | undefined, trigger: HTMLElement | null) {
    if (!person) return trigger?.focus();
    await sendSignals(person.signals);
    const offers = person.offerPasskeyHere === true && (await platformAuthenticatorAvailable());
    // Not `assign`: going back must lead to where the person came from, not to a sign-in that is over.
    window.location.replace(offers ? targets.thisDevice : targets.continueTo);
  }

  async function start(choice: SignInChoice, trigger: HTMLElement | null) {
    if (busy || state.phase === "done") return;
    // "Immediate" looks at this device only and fails at once; after that the browser's full dialog is right. It takes
    // no list of passkeys, so not for one account.
    const immediate =
      capabilities?.immediateGet === true && !failedBefore && !choice.hint && choice.username === undefined;
    const mode = immediate ? "immediate" : "modal";
    await goOn(await run("get", (step) => signIn(step, mode, choice)), trigger);
  }

  const picked = useEffectEvent(async (credential: AuthenticationResponseJSON) => {
    await goOn(await run("get", (step) => finishAutofill(step, credential)), null);
  });
  useEffect(() => {
    void readCapabilities().then(setCapabilities);
  }, []);
  useEffect(() => {
    if (!hasField || !ready || !capabilities?.conditionalGet) return;
    return armAutofill((credential) => void picked(credential));
  }, [hasField, ready, capabilities]);
  useEffect(() => {
    if (reason === "disabled") window.location.replace(targets.disabled);
  }, [reason, targets.disabled]);

  const wrongAddress = reason === "wrongAddress";
  return { state, busy, hindered, wrongAddress, otherWays, setOtherWays, start };
}
