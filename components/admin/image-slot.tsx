"use client";
/** A picture that is chosen and sent in one go, with its progress, or removed. Without script a plain form does the same. */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { type ImageWords, useImageSlot } from "./use-image-slot.ts";

interface ImageSlotProps {
  readonly label: string;
  readonly hint: string;
  /** What is there, on the ground that it is made for. */
  readonly shown: ReactNode;
  readonly hasImage: boolean;
  readonly accept: string;
  /** Below `/api/v1/`: takes the file by PUT, and DELETE. */
  readonly path: string;
  /** The plain form's target and its fields. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly ceremony: CeremonyLabels;
  readonly words: ImageWords;
  /** Has the server load a picture whose address it knows: POST below `path`. Absent where there is none. */
  readonly fetchLabel?: string | undefined;
}

export function ImageSlot(props: ImageSlotProps) {
  const { label, words, hasImage, ceremony } = props;
  const router = useRouter();
  const slot = useImageSlot(props.path, ceremony, words, router.refresh);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();

  async function choose() {
    const file = chooser.current?.files?.[0];
    if (file) await slot.send(file);
    if (chooser.current) chooser.current.value = "";
  }

  async function remove(event: FormEvent) {
    event.preventDefault();
    await slot.remove();
    chooser.current?.focus();
  }

  const hidden = Object.entries(props.fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  const named = (action: string) => words.nameOf.replace("{action}", action).replace("{slot}", label);
  return (
    <div className="grid gap-x-5 gap-y-3 border-t border-border py-4 first:border-t-0 first:pt-0 last:pb-0 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {props.shown}
      <div className="min-w-0">
        <p className="font-medium">{label}</p>
        <p id={`${id}-hint`} className="text-muted">
          {props.hint}
        </p>
        <div className="mt-2.5 flex flex-wrap items-center gap-2">
          <form
            method="post"
            action={props.action}
            encType="multipart/form-data"
            className="flex flex-wrap gap-2"
          >
            {hidden}
            <input
              ref={chooser}
              id={id}
              type="file"
              name="file"
              accept={props.accept}
              aria-label={named(hasImage ? words.replace : words.choose)}
              aria-describedby={`${id}-hint`}
              onChange={choose}
              className="peer sr-only noscript:not-sr-only"
            />
            <label
              htmlFor={id}
              className="button button-secondary button-small peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring noscript:hidden"
              aria-disabled={slot.busy}
            >
              {hasImage ? words.replace : words.choose}
            </label>
            <noscript>
              <button type="submit" className="button button-small">
                {words.send}
              </button>
            </noscript>
          </form>
          {hasImage ? (
            <form method="post" action={props.action} encType="multipart/form-data" onSubmit={remove}>
              {hidden}
              <button
                type="submit"
                name="remove"
                value="yes"
                className="button button-secondary button-small"
                aria-label={named(words.remove)}
                aria-disabled={slot.busy}
              >
                {words.remove}
              </button>
            </form>
          ) : null}
          {props.fetchLabel === undefined ? null : (
            <button
              type="button"
              className="button button-secondary button-small noscript:hidden"
              aria-disabled={slot.busy}
              onClick={() => slot.post("fetch")}
            >
              {props.fetchLabel}
            </button>
          )}
        </div>
        {slot.progress === undefined ? null : (
          <progress
            value={slot.progress}
            aria-label={named(words.sending)}
            className="mt-2.5 h-1.5 w-full accent-(--accent)"
          />
        )}
        <div className="*:not-empty:mt-1.5">
          <p role="status" className={slot.busy ? "text-muted" : "font-medium text-ok-soft-fg"}>
            {slot.said}
          </p>
          <p role="alert" className="font-medium text-danger">
            {slot.problem}
          </p>
          {slot.confirming ? (
            <CeremonyStatus state={slot.ceremony} labels={ceremony} hint="" doneText="" compact />
          ) : null}
        </div>
      </div>
    </div>
  );
}
