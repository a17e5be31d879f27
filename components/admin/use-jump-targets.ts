"use client";
/** Asks the server what a text may mean, once the typing pauses; only the answer to the last question counts. */
import { useEffect, useState } from "react";
import { shortestJump } from "#lib/accounts/jump/limits.ts";
import type { JumpTarget } from "#lib/accounts/jump/schema.ts";
import type { Action } from "./use-confirmed-action.ts";

const pauseMs = 180;

interface Answered {
  readonly q: string;
  readonly targets: readonly JumpTarget[];
  readonly failed: boolean;
}

export function useJumpTargets(find: Action<{ readonly targets: readonly JumpTarget[] }>, text: string) {
  const [answered, setAnswered] = useState<Answered>({ q: "", targets: [], failed: false });
  const q = text.trim();
  const asks = q.length >= shortestJump;
  useEffect(() => {
    if (!asks) return;
    let current = true;
    const timer = setTimeout(async () => {
      const form = new FormData();
      form.set("q", q);
      const answer = await find(form).catch(() => undefined);
      if (!current) return;
      const done = answer?.status === "done";
      setAnswered({ q, targets: done ? answer.result.targets : [], failed: !done });
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [find, q, asks]);
  const settled = answered.q === q;
  return {
    // What was found last stays until the next answer: nothing jumps while somebody types.
    targets: asks ? answered.targets : [],
    state: !asks ? "idle" : !settled ? "searching" : answered.failed ? "failed" : "found",
  } as const;
}
