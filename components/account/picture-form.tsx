"use client";
/** A person's picture: chosen and sent in one go, or removed. Without script a plain form does the same. */
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { ApiFailure, callRoute } from "#components/passkey/call-api.ts";
import { Avatar } from "#components/ui/avatar.tsx";

export interface PictureWords {
  readonly hint: string;
  readonly choose: string;
  readonly another: string;
  readonly send: string;
  readonly remove: string;
  readonly sending: string;
  readonly saved: string;
  readonly removed: string;
  /** What is said when it did not work, by code; `otherwise` for all other codes. */
  readonly problems: Readonly<Record<string, string>> & { readonly otherwise: string };
}

interface PictureFormProps {
  readonly name: string;
  readonly picture: string | undefined;
  /** There is one, although it may not be shown here. */
  readonly hasPicture: boolean;
  readonly accept: string;
  readonly mostBytes: number;
  readonly words: PictureWords;
  /** How the plain form ended, which has led back here: `saved`, `removed`, or a code. */
  readonly outcome: string | undefined;
}

export function PictureForm(props: PictureFormProps) {
  const { words, hasPicture } = props;
  const router = useRouter();
  const [outcome, setOutcome] = useState(props.outcome);
  const [busy, setBusy] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const isGood = outcome === "saved" || outcome === "removed";

  async function run(work: () => Promise<unknown>, good: "saved" | "removed") {
    if (busy) return;
    setBusy(true);
    try {
      await work();
      setOutcome(good);
      router.refresh();
    } catch (error) {
      setOutcome(error instanceof ApiFailure ? error.code : "INTERNAL_ERROR");
    } finally {
      setBusy(false);
      if (chooser.current) chooser.current.value = "";
    }
  }

  function choose() {
    const file = chooser.current?.files?.[0];
    if (!file) return;
    // The server says the same, after all of it was sent.
    if (file.size > props.mostBytes) return setOutcome("PAYLOAD_TOO_LARGE");
    void run(() => callRoute({ method: "PUT", path: "me/picture", file }), "saved");
  }

  function remove(event: FormEvent) {
    event.preventDefault();
    void run(() => callRoute({ method: "DELETE", path: "me/picture" }), "removed");
    chooser.current?.focus();
  }

  return (
    <div className="flex flex-wrap items-center gap-5">
      <Avatar name={props.name} picture={props.picture} size="large" />
      <div className="min-w-0 grow basis-60">
        <div className="flex flex-wrap gap-2">
          <form
            method="post"
            action="/pictures"
            encType="multipart/form-data"
            className="flex flex-wrap gap-2"
          >
            <input
              ref={chooser}
              id="picture-file"
              type="file"
              name="picture"
              accept={props.accept}
              aria-describedby="picture-hint"
              onChange={choose}
              className="peer sr-only noscript:not-sr-only"
            />
            <label
              htmlFor="picture-file"
              className="button button-secondary button-small peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring noscript:border-transparent"
              aria-disabled={busy}
            >
              {hasPicture ? words.another : words.choose}
            </label>
            <noscript>
              <button type="submit" className="button button-small">
                {words.send}
              </button>
            </noscript>
          </form>
          {hasPicture ? (
            <form method="post" action="/pictures" encType="multipart/form-data" onSubmit={remove}>
              <button
                type="submit"
                name="remove"
                value="yes"
                className="button button-secondary button-small"
                aria-disabled={busy}
              >
                {words.remove}
              </button>
            </form>
          ) : null}
        </div>
        <p id="picture-hint" className="mt-2 text-sm text-muted">
          {words.hint}
        </p>
        <div className="text-sm *:not-empty:mt-1.5">
          <p role="status" className={isGood && !busy ? "font-medium text-ok-soft-fg" : "text-muted"}>
            {busy ? words.sending : isGood ? words[outcome] : ""}
          </p>
          <p role="alert" className="font-medium text-danger">
            {busy || isGood || outcome === undefined
              ? ""
              : (words.problems[outcome] ?? words.problems.otherwise)}
          </p>
        </div>
      </div>
    </div>
  );
}
