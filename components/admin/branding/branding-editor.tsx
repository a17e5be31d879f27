"use client";
/** What the instance is called and how it looks, with both themes beside it as they would be. */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, type RefObject, useRef } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { BrandView } from "#lib/branding/schema.ts";
import { ActionStatus } from "../action-status.tsx";
import { type Action, useConfirmedAction } from "../use-confirmed-action.ts";
import { BrandPreview, type Previews } from "./brand-preview.tsx";
import { useBrandPreview } from "./use-brand-preview.ts";

export interface EditorWords {
  readonly save: string;
  readonly saved: string;
  readonly preview: string;
  readonly previewLead: string;
  readonly previewOf: Readonly<Record<"light" | "dark", string>>;
  readonly card: Readonly<Record<"title" | "lead" | "button" | "link" | "help", string>>;
}

interface BrandingEditorProps {
  readonly save: Action<unknown>;
  /** Absent: whoever looks may not change it. */
  readonly ceremony: CeremonyLabels | undefined;
  readonly preview: Action<Previews>;
  readonly brand: BrandView;
  /** What it is called where no name is given. */
  readonly unnamed: string;
  readonly previews: Previews;
  readonly words: EditorWords;
  readonly fields: ReactNode;
  /** What is changed beside the form. */
  readonly children: ReactNode;
}

export function BrandingEditor(props: BrandingEditorProps) {
  const { words, ceremony } = props;
  const form = useRef<HTMLFormElement>(null);
  const shown = useBrandPreview(form, props);
  const themes = ["light", "dark"] as const;
  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_min(24rem,45%)]">
      <div className="grid min-w-0 gap-5">
        {ceremony ? (
          <SavingForm {...props} ceremony={ceremony} form={form} onInput={shown.follow} />
        ) : (
          <form ref={form} className="grid gap-5">
            {props.fields}
          </form>
        )}
        {props.children}
      </div>
      <section aria-labelledby="branding-preview" className="grid gap-4 xl:sticky xl:top-6">
        <div>
          <h2 id="branding-preview" className="text-base font-semibold">
            {words.preview}
          </h2>
          <p className="text-muted">{words.previewLead}</p>
        </div>
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-1">
          {themes.map((theme) => (
            <BrandPreview
              key={theme}
              theme={theme}
              label={words.previewOf[theme]}
              brand={shown.brand}
              tokens={shown.previews[theme]}
              words={words.card}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

interface SavingFormProps extends BrandingEditorProps {
  readonly ceremony: CeremonyLabels;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onInput: () => void;
}

/** A plain form where no script runs. */
function SavingForm({ save, ceremony, words, fields, form, onInput }: SavingFormProps) {
  const router = useRouter();
  const { outcome, busy, ceremony: confirmation, act } = useConfirmedAction(save, ceremony);
  const button = useRef<HTMLButtonElement>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const answer = await act(new FormData(event.currentTarget));
    if (answer?.status === "done") router.refresh();
    button.current?.focus();
  }

  return (
    <form
      ref={form}
      method="post"
      action="/brand"
      encType="multipart/form-data"
      onSubmit={send}
      onInput={onInput}
      noValidate
      className="grid gap-5"
    >
      {fields}
      <div className="flex flex-wrap items-center gap-3">
        <button ref={button} type="submit" className="button" aria-disabled={busy}>
          {words.save}
        </button>
        <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done={words.saved} />
      </div>
    </form>
  );
}
