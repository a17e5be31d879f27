"use client";
/** Sends a form of the account and confirms by passkey where the server asks; without script the form sends itself. */
import { type FormEvent, useActionState, useState } from "react";
import { confirmIdentity } from "#components/passkey/ceremonies.ts";
import { type Ceremony, useCeremony } from "#components/passkey/use-ceremony.ts";
import { type FormServerAction, type FormState, idleForm } from "./form-state.ts";

export interface AccountForm<R> {
  readonly state: FormState<R>;
  readonly busy: boolean;
  readonly ceremony: Ceremony;
  /** For the form's `action`: what the browser does by itself. */
  readonly formAction: (form: FormData) => void;
  /** For the form's `onSubmit`. */
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

/** `onDone` runs after every success, with what the server said. */
export function useAccountForm<R>(
  action: FormServerAction<R>,
  address: string,
  onDone: (result: R, form: HTMLFormElement) => void,
): AccountForm<R> {
  const [rendered, formAction] = useActionState<FormState<R>, FormData>(action, idleForm);
  const [sent, setSent] = useState<FormState<R>>();
  const [running, setRunning] = useState(false);
  const ceremony = useCeremony(address);

  async function send(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form);
    let answer = await attempt(() => action(idleForm, data));
    if (answer.status === "refused" && answer.code === "STEP_UP_REQUIRED") {
      if (!(await ceremony.run("get", confirmIdentity))) return setSent(idleForm);
      ceremony.reset();
      answer = await attempt(() => action(idleForm, data));
    }
    setSent(answer);
    if (answer.status === "done") onDone(answer.result, form);
    else if (answer.status === "refused") focusFirstOf(form, answer.fields);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (running || ceremony.busy) return;
    setRunning(true);
    ceremony.reset();
    void send(event.currentTarget).finally(() => setRunning(false));
  }

  return { state: sent ?? rendered, busy: running, ceremony, formAction, onSubmit };
}

/** A server that does not answer is a refusal like any other: what was typed stays. */
async function attempt<R>(call: () => Promise<FormState<R>>): Promise<FormState<R>> {
  try {
    return await call();
  } catch {
    return { status: "refused", code: "OFFLINE", fields: [], requestId: "", values: {} };
  }
}

function focusFirstOf(form: HTMLFormElement, fields: readonly string[]): void {
  const wrong = new Set(fields);
  const first = [...form.elements].find(
    (element): element is HTMLInputElement => "name" in element && wrong.has(String(element.name)),
  );
  if (!first) return;
  first.closest("details")?.setAttribute("open", "");
  first.focus();
}
