"use client";
/** Asks what became of a request for approval, and sends the form that ends the wait as soon as it was approved. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { ApiFailure, callRoute } from "./call-api.ts";

export interface ApprovalWaitLabels {
  readonly waiting: string;
  readonly approved: string;
  readonly offline: string;
  readonly unreachable: string;
  readonly done: string;
}

interface ApprovalWaitProps {
  readonly labels: ApprovalWaitLabels;
  /** Where the form goes that ends the wait. */
  readonly action: string;
  /** Of the page, which tells what else there is to tell. */
  readonly pageAddress: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Said first, after the person asked too early. */
  readonly remark: string | undefined;
}

type State = "waiting" | "approved" | "denied" | "over";
type Status = "waiting" | "approved" | "offline" | "unreachable";

const intervalMs = 3_000;
/** Nobody looks at a page in the background; it asks at once when somebody does again. */
const hiddenIntervalMs = 15_000;

export function ApprovalWait({ labels, action, pageAddress, expiresAt, remark }: ApprovalWaitProps) {
  const form = useRef<HTMLFormElement>(null);
  const status = useApprovalState(form, pageAddress, Date.parse(expiresAt));
  return (
    <>
      <p role="status" className="mt-4 min-h-10 text-sm text-muted">
        {status === "waiting" ? (remark ?? labels.waiting) : labels[status]}
      </p>
      <form ref={form} method="post" action={action}>
        <button type="submit" className="button button-secondary w-full">
          {labels.done}
        </button>
      </form>
    </>
  );
}

function useApprovalState(
  form: RefObject<HTMLFormElement | null>,
  pageAddress: string,
  expiresAt: number,
): Status {
  const [status, setStatus] = useState<Status>("waiting");
  useEffect(() => {
    const controller = new AbortController();
    const poll = async () => {
      const { state, waitMs } = await ask(controller.signal);
      if (controller.signal.aborted) return;
      if (state === "approved") {
        setStatus("approved");
        form.current?.requestSubmit();
      } else if (state === "denied" || state === "over" || Date.now() >= expiresAt) {
        // Not `assign`: going back must not lead to the wait.
        window.location.replace(pageAddress);
      } else {
        setStatus(state);
        timer = setTimeout(() => void poll(), waitMs);
      }
    };
    let timer = setTimeout(() => void poll(), intervalMs);
    const onVisible = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(() => void poll(), 0);
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [form, pageAddress, expiresAt]);
  return status;
}

async function ask(
  signal: AbortSignal,
): Promise<{ state: State | "offline" | "unreachable"; waitMs: number }> {
  const waitMs = document.hidden ? hiddenIntervalMs : intervalMs;
  try {
    const { state } = await callRoute<{ state: State }>(
      { method: "GET", path: "device-approvals/current" },
      signal,
    );
    return { state, waitMs };
  } catch (error) {
    const failure = error instanceof ApiFailure ? error : undefined;
    return {
      state: failure?.code === "OFFLINE" ? "offline" : "unreachable",
      waitMs: Math.max(waitMs, (failure?.retryAfterSeconds ?? 0) * 1000),
    };
  }
}
