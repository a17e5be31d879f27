"use client";
/** The steps of adding a passkey: confirm where that is due → create → added. */
import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  type CeremonyStep,
  confirmIdentity,
  isStepUpRequired,
  type Registered,
  register,
} from "./ceremonies.ts";
import { sendSignals } from "./signals.ts";
import { useCeremony } from "./use-ceremony.ts";

export type AddPasskeyStage = "confirm" | "create" | "added" | "alreadyThere";

/** `verifiedUntil` (ISO 8601) ends the window in which no confirmation is asked for. */
export function useAddPasskey(baseUrl: string, verifiedUntil: string) {
  const router = useRouter();
  const { state, busy, run, reset } = useCeremony(baseUrl);
  const [next, setNext] = useState<"confirm" | "create">("create");
  // What this dialog knows before the page does: opened anew at once, it must not ask again.
  const [confirmedUntil, setConfirmedUntil] = useState(0);
  const [added, setAdded] = useState<Registered>();
  const pageKnowsUntil = Date.parse(verifiedUntil);

  function begin() {
    reset();
    setAdded(undefined);
    setNext(Math.max(pageKnowsUntil, confirmedUntil) > Date.now() ? "create" : "confirm");
  }

  async function work(step: CeremonyStep): Promise<Registered> {
    if (next === "confirm") {
      const { expiresAt } = await confirmIdentity(step);
      setNext("create");
      setConfirmedUntil(new Date(expiresAt).getTime());
    }
    try {
      return await register(step, {});
    } catch (error) {
      if (!isStepUpRequired(error)) throw error;
      // The window closed while the dialog stood open: ask, and let the person press once more.
      setNext("confirm");
      throw new DOMException("Confirm first.", "AbortError");
    }
  }

  async function start() {
    const result = await run("create", work);
    if (!result) return;
    setAdded(result);
    await sendSignals(result.signals);
  }

  function end() {
    reset();
    // The list, the count and what is left of the window come from the server.
    if (added || confirmedUntil > pageKnowsUntil) router.refresh();
  }

  return { state, busy, stage: stageOf(), passkeyName: added?.passkey.name ?? "", begin, start, end };

  function stageOf(): AddPasskeyStage {
    if (added) return "added";
    return state.phase === "done" && state.alreadyRegistered ? "alreadyThere" : next;
  }
}
