"use client";
/** The e-mail address: whether it is confirmed, what waits for a confirmation, and asking for another one. */
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormServerAction } from "./form-state.ts";
import { FormStatus } from "./form-status.tsx";
import { useAccountForm } from "./use-account-form.ts";

export interface EmailAddressWords {
  readonly confirmed: string;
  readonly unconfirmed: string;
  readonly verify: string;
  /** What waits, with the address in it; undefined where nothing does. */
  readonly pending: string | undefined;
  readonly withdraw: string;
  readonly withdrawn: string;
  readonly change: string;
  readonly newLabel: string;
  readonly example: string;
  readonly send: string;
  readonly confirmHint: string;
  readonly sent: string;
  readonly same: string;
  readonly invalid: string;
  readonly noMail: string;
  readonly waiting: string;
}

interface EmailAddressProps {
  readonly email: string;
  readonly verified: boolean;
  readonly changeable: boolean;
  readonly actions: {
    readonly change: FormServerAction<null>;
    readonly verify: FormServerAction<null>;
    readonly withdraw: FormServerAction<null>;
  };
  readonly words: EmailAddressWords;
  readonly ceremony: CeremonyLabels;
}

export function EmailAddress(props: EmailAddressProps) {
  const { email, verified, words, actions, ceremony } = props;
  const router = useRouter();
  const [said, setSaid] = useState("");
  const status = useRef<HTMLParagraphElement>(null);
  // What was pressed goes when the page shows the new state; the words stay, and take the focus.
  const say = (text: string) => () => {
    setSaid(text);
    status.current?.focus();
    router.refresh();
  };
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="font-medium" dir="ltr">
          {email}
        </span>
        <Badge tone={verified ? "ok" : "warn"}>{verified ? words.confirmed : words.unconfirmed}</Badge>
      </p>
      {words.pending === undefined ? null : (
        <Notice tone="info">
          <p dir="auto">{words.pending}</p>
          <ButtonForm
            action={actions.withdraw}
            label={words.withdraw}
            onDone={say(words.withdrawn)}
            words={words}
            ceremony={ceremony}
          />
        </Notice>
      )}
      {props.changeable ? null : <p className="text-sm text-muted">{words.noMail}</p>}
      {props.changeable && !verified && words.pending === undefined ? (
        <ButtonForm
          action={actions.verify}
          label={words.verify}
          onDone={say(words.sent)}
          words={words}
          ceremony={ceremony}
        />
      ) : null}
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className="text-sm font-medium text-ok-soft-fg outline-none empty:hidden"
      >
        {said}
      </p>
      {props.changeable ? (
        <ChangeForm action={actions.change} words={words} ceremony={ceremony} onDone={say(words.sent)} />
      ) : null}
    </div>
  );
}

interface EmailFormProps {
  readonly action: FormServerAction<null>;
  readonly words: EmailAddressWords;
  readonly ceremony: CeremonyLabels;
  readonly onDone: () => void;
}

/** A form that is one button. */
function ButtonForm(props: EmailFormProps & { readonly label: string }) {
  const form = useAccountForm(props.action, props.ceremony.address, props.onDone);
  return (
    <form
      action={form.formAction}
      onSubmit={form.onSubmit}
      className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 first:mt-0"
    >
      <button type="submit" className="button button-secondary button-small" aria-disabled={form.busy}>
        {props.label}
      </button>
      <FormStatus
        state={form.state}
        busy={form.busy}
        ceremony={form.ceremony.state}
        labels={props.ceremony}
        waiting={props.words.waiting}
        done=""
      />
    </form>
  );
}

function ChangeForm({ action, words, ceremony: labels, onDone }: EmailFormProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { state, busy, ceremony, formAction, onSubmit } = useAccountForm(
    action,
    labels.address,
    (_, form) => {
      form.reset();
      if (details.current) details.current.open = false;
      onDone();
    },
  );
  const refused = state.status === "refused" ? state : undefined;
  const wrong = refused?.fields.includes("email") ?? false;
  const typed = refused?.values.email ?? "";
  return (
    <details ref={details} open={refused !== undefined} className="rounded-md border border-border">
      <summary className="cursor-pointer px-4 py-3 font-medium">{words.change}</summary>
      <form
        action={formAction}
        onSubmit={onSubmit}
        noValidate
        className="grid gap-4 border-t border-border px-4 pt-4 pb-5"
      >
        <Field
          id="new-email"
          name="email"
          type="email"
          label={words.newLabel}
          placeholder={words.example}
          hint={words.confirmHint}
          problem={wrong ? problemOf(typed, words) : undefined}
          defaultValue={typed}
          autoComplete="email"
          dir="ltr"
          required
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="submit" className="button" aria-disabled={busy}>
            {words.send}
          </button>
          <FormStatus
            state={wrong ? { status: "idle" } : state}
            busy={busy}
            ceremony={ceremony.state}
            labels={labels}
            waiting={words.waiting}
            done=""
          />
        </div>
      </form>
    </details>
  );
}

/** A whole address that is refused is the person's own. */
function problemOf(typed: string, words: EmailAddressWords): string {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) ? words.same : words.invalid;
}
