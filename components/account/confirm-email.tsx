"use client";
/** The question behind the link in a mail: is this address yours? Nothing happens before the button is pressed. */
import { type ReactNode, useEffect } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { type Signals, sendSignals } from "#components/passkey/signals.ts";
import type { FormServerAction, FormState } from "./form-state.ts";
import { FormStatus } from "./form-status.tsx";
import { useAccountForm } from "./use-account-form.ts";

export interface ConfirmEmailWords {
  readonly title: string;
  readonly body: string;
  readonly accountLabel: string;
  readonly confirm: string;
  readonly later: string;
  readonly waiting: string;
  readonly deadTitle: string;
  readonly deadBody: string;
  readonly takenTitle: string;
  readonly takenBody: string;
  readonly toProfile: string;
  readonly doneTitle: string;
}

export interface ConfirmedAddress {
  readonly signals: Signals;
}

interface ConfirmEmailProps {
  readonly action: FormServerAction<ConfirmedAddress>;
  readonly token: string;
  /** Undefined where the link no longer works. */
  readonly email: string | undefined;
  readonly account: string;
  readonly words: ConfirmEmailWords;
  readonly ceremony: CeremonyLabels;
}

export function ConfirmEmail(props: ConfirmEmailProps) {
  const { words, email } = props;
  const { state, busy, ceremony, formAction, onSubmit } = useAccountForm(
    props.action,
    props.ceremony.address,
    () => {},
  );
  const signals = state.status === "done" ? state.result.signals : undefined;
  useEffect(() => void sendSignals(signals), [signals]);

  if (state.status === "done")
    return (
      <Card phase="done" title={words.doneTitle}>
        <ToProfile label={words.toProfile} />
      </Card>
    );
  const end = endOf(state, email, words);
  if (end)
    return (
      <Card phase="failed" title={end.title} body={end.body}>
        <ToProfile label={words.toProfile} />
      </Card>
    );
  return (
    <Card phase="idle" title={words.title}>
      <p className="mt-2 font-medium" dir="ltr">
        <bdi>{email}</bdi>
      </p>
      <p className="mt-2 text-muted">{words.body}</p>
      <dl className="mt-4 rounded-md border border-border px-4 py-3 text-sm">
        <dt className="text-muted">{words.accountLabel}</dt>
        <dd className="font-medium" dir="auto">
          {props.account}
        </dd>
      </dl>
      <form action={formAction} onSubmit={onSubmit} className="mt-6 grid gap-2">
        <input type="hidden" name="token" value={props.token} />
        <button type="submit" className="button" aria-disabled={busy}>
          {words.confirm}
        </button>
        <a className="button button-secondary" href="/account/profile">
          {words.later}
        </a>
        <FormStatus
          state={state}
          busy={busy}
          ceremony={ceremony.state}
          labels={props.ceremony}
          waiting={words.waiting}
          done=""
        />
      </form>
    </Card>
  );
}

interface CardProps {
  readonly phase: "idle" | "done" | "failed";
  readonly title: string;
  readonly body?: string;
  readonly children: ReactNode;
}

function Card({ phase, title, body, children }: CardProps) {
  return (
    <div data-ceremony={phase}>
      <div role={phase === "idle" ? undefined : "status"}>
        <h1>{title}</h1>
      </div>
      {body === undefined ? null : <p className="mt-2 text-muted">{body}</p>}
      {children}
    </div>
  );
}

function ToProfile({ label }: { readonly label: string }) {
  return (
    <a className="button mt-6 w-full" href="/account/profile">
      {label}
    </a>
  );
}

function endOf(state: FormState, email: string | undefined, words: ConfirmEmailWords) {
  const code = state.status === "refused" ? state.code : undefined;
  if (code === "USER_EXISTS") return { title: words.takenTitle, body: words.takenBody };
  if (email === undefined || code === "FORBIDDEN") return { title: words.deadTitle, body: words.deadBody };
  return undefined;
}
