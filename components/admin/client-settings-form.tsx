"use client";
/** What is registered of an app, to be changed; a secret that the change made is shown once. */
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { CopyBlock } from "./copy-block.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

interface ClientSettingsFormProps {
  readonly action: Action<{ readonly secret?: string }>;
  readonly ceremony: CeremonyLabels;
  readonly words: Readonly<Record<"save" | "saved" | "newSecret" | "once" | "copy" | "copied", string>>;
  readonly children: ReactNode;
}

export function ClientSettingsForm({ action, ceremony, words, children }: ClientSettingsFormProps) {
  const router = useRouter();
  const { outcome, busy, ceremony: confirmation, act } = useConfirmedAction(action, ceremony);
  const [secret, setSecret] = useState<string>();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const answer = await act(new FormData(event.currentTarget));
    if (answer?.status !== "done") return;
    setSecret(answer.result.secret);
    router.refresh();
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-5">
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button" aria-disabled={busy}>
          {words.save}
        </button>
        <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done={words.saved} />
      </div>
      {secret === undefined ? null : (
        <div className="rounded-lg bg-ok-soft p-4 text-ok-soft-fg">
          <CopyBlock label={words.newSecret} text={secret} copy={words.copy} copied={words.copied} />
          <p className="mt-2">{words.once}</p>
        </div>
      )}
    </form>
  );
}
