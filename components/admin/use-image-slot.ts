"use client";
/** The state of a picture that is being sent or removed, with the confirmation by passkey where the server asks for it. */
import { useState } from "react";
import { ApiFailure, callRoute } from "#components/passkey/call-api.ts";
import { confirmIdentity } from "#components/passkey/ceremonies.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { useCeremony } from "#components/passkey/use-ceremony.ts";
import { uploadFile } from "./upload-file.ts";

export type ImageWords = Readonly<
  Record<
    | "choose"
    | "replace"
    | "send"
    | "remove"
    | "nameOf"
    | "sending"
    | "drawing"
    | "uploaded"
    | "removed"
    | "failed",
    string
  >
>;

export function useImageSlot(path: string, labels: CeremonyLabels, words: ImageWords, refresh: () => void) {
  const ceremony = useCeremony(labels.address);
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<number>();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const busy = running || ceremony.busy;

  /** Runs `work`, and once more after the confirmation that it may ask for. */
  async function run(work: () => Promise<unknown>, done: string) {
    if (busy) return;
    setRunning(true);
    setProblem("");
    try {
      await work().catch(async (error: unknown) => {
        if (!(error instanceof ApiFailure && error.code === "STEP_UP_REQUIRED")) throw error;
        setProgress(undefined);
        setSaid("");
        if (!(await ceremony.run("get", confirmIdentity))) throw new ConfirmationMissing();
        await work();
      });
      setSaid(done);
      refresh();
    } catch (error) {
      setSaid("");
      // What went wrong with the confirmation is said by itself.
      if (!(error instanceof ConfirmationMissing)) setProblem(wordsOf(error, words));
    } finally {
      setProgress(undefined);
      setRunning(false);
    }
  }

  function send(file: File) {
    const upload = () => {
      setSaid(words.sending);
      setProgress(0);
      return uploadFile(path, file, (part) => {
        setProgress(part);
        if (part === 1) setSaid(words.drawing);
      });
    };
    return run(upload, words.uploaded);
  }

  const remove = () => run(() => callRoute({ method: "DELETE", path }), words.removed);
  const post = (ending: string) =>
    run(() => callRoute({ method: "POST", path: `${path}/${ending}` }), words.uploaded);
  const { phase } = ceremony.state;
  const confirming = phase !== "idle" && phase !== "loading" && phase !== "done";
  return { busy, progress, said, problem, confirming, ceremony: ceremony.state, send, remove, post };
}

class ConfirmationMissing extends Error {}

function wordsOf(error: unknown, words: ImageWords): string {
  return error instanceof ApiFailure && error.explanation !== "" ? error.explanation : words.failed;
}
