"use client";
/** A new account: who you are → your passkey → saved. For sign-up, invited people and the first administrator. */
import { type FormEvent, type ReactNode, type Ref, useRef, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import { ApiFailure } from "./call-api.ts";
import { type CeremonyStep, type Registered, type RegistrationRequest, register } from "./ceremonies.ts";
import type { CeremonyLabels } from "./ceremony-labels.ts";
import { CeremonyStatus } from "./ceremony-status.tsx";
import { checkProfile, type ProfileProblem, type ProfileProblems, problemsOf } from "./check-profile.ts";
import { type CreatedLabels, CreatedPanel } from "./created-panel.tsx";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";

export interface RegistrationLabels {
  readonly title: string;
  readonly lead: string;
  readonly displayName: string;
  readonly displayNameHint: string;
  readonly email: string;
  readonly emailHint: string;
  readonly emailExample: string;
  readonly button: string;
  readonly hint: string;
  readonly done: string;
  readonly problems: Readonly<Record<ProfileProblem, string>>;
}

interface RegistrationFlowProps {
  readonly continueTo: string;
  readonly setUpToken?: string;
  readonly invitation?: string;
  /** The address that the account must have; it cannot be changed then. */
  readonly boundEmail?: string;
  readonly labels: RegistrationLabels;
  readonly created: CreatedLabels;
  readonly ceremony: CeremonyLabels;
  /** Stands between the introduction and the fields. */
  readonly notice?: ReactNode;
}

export function RegistrationFlow(props: RegistrationFlowProps) {
  const [registered, setRegistered] = useState<Registered>();
  if (!registered) return <RegistrationForm {...props} onRegistered={setRegistered} />;
  return (
    <CreatedPanel
      account={registered.user.username}
      passkey={registered.passkey}
      continueTo={props.continueTo}
      labels={props.created}
      ceremony={props.ceremony}
    />
  );
}

interface RegistrationFormProps extends RegistrationFlowProps {
  readonly onRegistered: (result: Registered) => void;
}

function RegistrationForm(props: RegistrationFormProps) {
  const { setUpToken, invitation, boundEmail, labels, ceremony, notice, onRegistered } = props;
  const { state, busy, run } = useCeremony(ceremony.address);
  const [problems, setProblems] = useState<ProfileProblems>({});
  const name = useRef<HTMLInputElement>(null);
  const email = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const profile = {
      username: email.current?.value.trim() ?? "",
      displayName: name.current?.value.trim() ?? "",
    };
    const found = checkProfile(profile);
    setProblems(found);
    if (found.displayName) return name.current?.focus();
    if (found.username) return email.current?.focus();
    const request = {
      ...profile,
      ...(setUpToken === undefined ? {} : { setUpToken }),
      ...(invitation === undefined ? {} : { invitation }),
    };
    const result = await run("create", (step) => createAccount(step, request, setProblems));
    if (!result) return button.current?.focus();
    onRegistered(result);
    void sendSignals(result.signals);
  }

  return (
    // `method="dialog"` outside a dialog submits nowhere: before the script runs, nothing ends up in the address.
    <form method="dialog" noValidate onSubmit={(event) => void submit(event)}>
      <h1>{labels.title}</h1>
      <p className="mt-2 text-muted">{labels.lead}</p>
      {notice}
      <ProfileFields labels={labels} problems={problems} name={name} email={email} boundEmail={boundEmail} />
      <button ref={button} type="submit" className="button mt-6 w-full" aria-disabled={busy}>
        <PasskeyIcon />
        {labels.button}
      </button>
      <div className="mt-3">
        <CeremonyStatus state={state} labels={ceremony} hint={labels.hint} doneText={labels.done} />
      </div>
    </form>
  );
}

/** Registers, and on the way out marks the fields that the server refused. */
async function createAccount(
  step: CeremonyStep,
  request: RegistrationRequest,
  onProblems: (problems: ProfileProblems) => void,
): Promise<Registered> {
  try {
    return await register(step, request);
  } catch (error) {
    if (error instanceof ApiFailure && error.code === "VALIDATION_ERROR")
      onProblems(problemsOf(error.fields));
    throw error;
  }
}

interface ProfileFieldsProps {
  readonly labels: RegistrationLabels;
  readonly problems: ProfileProblems;
  readonly name: Ref<HTMLInputElement>;
  readonly email: Ref<HTMLInputElement>;
  readonly boundEmail: string | undefined;
}

function ProfileFields({ labels, problems, name, email, boundEmail }: ProfileFieldsProps) {
  return (
    <div className="mt-6 grid gap-4">
      <Field
        ref={name}
        id="display-name"
        label={labels.displayName}
        hint={labels.displayNameHint}
        problem={problems.displayName ? labels.problems[problems.displayName] : undefined}
        autoComplete="name"
        maxLength={64}
        required
      />
      <Field
        ref={email}
        id="username"
        label={labels.email}
        hint={labels.emailHint}
        problem={problems.username ? labels.problems[problems.username] : undefined}
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        placeholder={labels.emailExample}
        {...(boundEmail === undefined ? {} : { defaultValue: boundEmail, readOnly: true })}
        required
      />
    </div>
  );
}
