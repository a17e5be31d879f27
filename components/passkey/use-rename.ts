"use client";
/** Changing the name of a passkey in the place where it stands. */
import { useState } from "react";
import { renamePasskey } from "./manage-passkey.ts";
import { sendSignals } from "./signals.ts";
import { type CeremonyState, useCeremony } from "./use-ceremony.ts";

/** Nothing to say: a field that is marked says it already. */
export const quiet: CeremonyState = { phase: "idle" };

/** The name while it is edited, saved, and until the server's next page brings it. */
export function useRename(
  { id, name }: { readonly id: string; readonly name: string },
  address: string,
  onRenamed: () => void,
) {
  const { state, busy, run, reset } = useCeremony(address);
  const [editing, setEditing] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [renamed, setRenamed] = useState<{ from: string; to: string }>();
  const shown = renamed?.from === name ? renamed.to : name;
  const refused = state.phase === "failed" && state.failure.reason === "invalid";

  function begin() {
    reset();
    setEmpty(false);
    setEditing(true);
  }

  function cancel() {
    reset();
    setEditing(false);
  }

  async function save(wished: string) {
    setEmpty(wished === "");
    if (wished === "") return;
    const result = await run("get", (step) => renamePasskey(step, id, wished));
    if (!result) return;
    setRenamed({ from: name, to: result.passkey.name });
    setEditing(false);
    void sendSignals(result.signals);
    onRenamed();
  }

  return {
    shown,
    editing,
    busy,
    invalid: empty || refused,
    state: refused ? quiet : state,
    begin,
    save,
    cancel,
  };
}
