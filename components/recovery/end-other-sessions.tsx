"use client";
/** One button that signs the person out everywhere else, and says so in its place. */
import { useRef, useState } from "react";
import { callRoute } from "#components/passkey/call-api.ts";

export interface EndOtherSessionsLabels {
  /** What the button says; undefined where there is nowhere else. */
  readonly end: string | undefined;
  readonly ended: string;
  readonly none: string;
  readonly failed: string;
}

type Stage = "idle" | "working" | "ended" | "failed";

export function EndOtherSessions({ labels }: { readonly labels: EndOtherSessionsLabels }) {
  const [stage, setStage] = useState<Stage>("idle");
  const status = useRef<HTMLParagraphElement>(null);

  async function end() {
    if (stage === "working") return;
    setStage("working");
    try {
      await callRoute({ method: "POST", path: "me/sessions/end-others" });
      setStage("ended");
      status.current?.focus();
    } catch {
      setStage("failed");
    }
  }

  const gone = labels.end === undefined || stage === "ended";
  return (
    <>
      {gone ? null : (
        <button
          type="button"
          className="button button-secondary button-small"
          aria-disabled={stage === "working"}
          onClick={() => void end()}
        >
          {labels.end}
        </button>
      )}
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className={`text-sm outline-none empty:hidden ${stage === "failed" ? "text-danger" : ""}`}
      >
        {labels.end === undefined ? labels.none : stage === "ended" ? labels.ended : ""}
        {stage === "failed" ? labels.failed : ""}
      </p>
    </>
  );
}
