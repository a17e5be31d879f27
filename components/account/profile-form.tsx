"use client";
/** What a person says of themselves: the few fields that matter, and the rest behind "more". */
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { type Signals, sendSignals } from "#components/passkey/signals.ts";
import type { FormServerAction } from "./form-state.ts";
import { FormStatus } from "./form-status.tsx";
import {
  ProfileChoice,
  type ProfileChoiceWords,
  type ProfileFieldWords,
  ProfileText,
} from "./profile-fields.tsx";
import { useAccountForm } from "./use-account-form.ts";

interface ProfileFormProps {
  readonly action: FormServerAction<Signals>;
  readonly main: readonly ProfileFieldWords[];
  readonly choices: readonly ProfileChoiceWords[];
  readonly more: readonly ProfileFieldWords[];
  readonly address: readonly ProfileFieldWords[];
  readonly ceremony: CeremonyLabels;
  readonly words: {
    readonly more: string;
    readonly address: string;
    readonly optional: string;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
  };
}

export function ProfileForm(props: ProfileFormProps) {
  const { action, ceremony: labels, words } = props;
  const router = useRouter();
  const { state, busy, ceremony, formAction, onSubmit } = useAccountForm(
    action,
    labels.address,
    (signals) => {
      void sendSignals(signals);
      // The name in the frame, and perhaps every word of the page.
      router.refresh();
    },
  );
  const refused = new Set(state.status === "refused" ? state.fields : []);
  const typed = state.status === "refused" ? state.values : {};
  const isIn = (fields: readonly { readonly name: string }[]) => fields.some(({ name }) => refused.has(name));
  const show = (field: ProfileFieldWords) => (
    <ProfileText
      key={field.name}
      field={field}
      value={typed[field.name] ?? field.value}
      isRefused={refused.has(field.name)}
    />
  );
  return (
    <form action={formAction} onSubmit={onSubmit} noValidate className="grid gap-5">
      <Columns>{props.main.map(show)}</Columns>
      <Columns>
        {props.choices.map((choice) => (
          <ProfileChoice
            key={choice.name}
            choice={choice}
            value={typed[choice.name] ?? choice.value}
            isRefused={refused.has(choice.name)}
          />
        ))}
      </Columns>
      <details open={isIn(props.more) || isIn(props.address)} className="rounded-md border border-border">
        <summary className="cursor-pointer px-4 py-3 font-medium">{words.more}</summary>
        <div className="grid gap-6 border-t border-border px-4 pt-4 pb-5">
          <Columns>{props.more.map(show)}</Columns>
          <fieldset>
            <legend className="mb-4 font-medium">{words.address}</legend>
            <Columns>{props.address.map(show)}</Columns>
          </fieldset>
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" className="button" aria-disabled={busy}>
          {words.save}
        </button>
        <FormStatus
          state={state}
          busy={busy}
          ceremony={ceremony.state}
          labels={labels}
          waiting={words.saving}
          done={words.saved}
        />
        <p className="ms-auto text-sm text-muted max-sm:w-full">{words.optional}</p>
      </div>
    </form>
  );
}

function Columns({ children }: { readonly children: ReactNode }) {
  return <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-2">{children}</div>;
}
