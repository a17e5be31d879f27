"use client";
/** A form over a server action; what the action refused is said below it. Works without JavaScript. */
import { type ReactNode, useActionState } from "react";

/** What `defineAction` returns when it refused. */
export interface Refusal {
  readonly code: string;
  readonly requestId: string;
}

interface ActionFormProps {
  readonly action: (previous: unknown, form: FormData) => Promise<Refusal | undefined>;
  /** Said when the action refused. */
  readonly refused: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ActionForm({ action, refused, className, children }: ActionFormProps) {
  const [refusal, submit] = useActionState(action, undefined);
  return (
    <form action={submit} className={className}>
      {children}
      <div role="alert">
        {refusal ? <p className="mt-2 text-sm font-medium text-danger">{refused}</p> : null}
      </div>
    </form>
  );
}
