"use client";
/**
 * Files of what a list shows. Without the script they are links; with it the page says how far a file has come, and
 * asks for the passkey where the server wants one first.
 */
import { useEffect, useRef, useState } from "react";
import { ApiFailure } from "#components/passkey/call-api.ts";
import { confirmed } from "#components/passkey/ceremonies.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { CeremonyStatus } from "#components/passkey/ceremony-status.tsx";
import { useCeremony } from "#components/passkey/use-ceremony.ts";
import { downloadFile, type Progress } from "./download-file.ts";

interface ExportLinksProps {
  readonly files: readonly { readonly href: string; readonly short: string; readonly label: string }[];
  readonly words: {
    readonly title: string;
    /** With {count} and {size}. */
    readonly running: string;
    readonly done: string;
    readonly stop: string;
    readonly stopped: string;
    readonly failed: string;
  };
  readonly ceremony: CeremonyLabels;
  readonly locale: string;
}

type State =
  | { readonly phase: "idle" }
  | { readonly phase: "stopped" | "failed" }
  | ({ readonly phase: "running" | "done" } & Progress);

export function ExportLinks({ files, words, ceremony: labels, locale }: ExportLinksProps) {
  const ceremony = useCeremony(labels.address);
  const [state, setState] = useState<State>({ phase: "idle" });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  async function take(href: string) {
    if (ceremony.busy || state.phase === "running") return;
    const controller = new AbortController();
    stopping.current = controller;
    setState({ phase: "idle" });
    const progress = (now: Progress) => setState({ phase: "running", ...now });
    const taken = await ceremony.run("get", (step) =>
      confirmed(step, async () => {
        try {
          return await downloadFile(href, controller.signal, progress);
        } catch (error) {
          // Refusals are the ceremony's to tell, with the confirmation in front where that is what is missing.
          if (error instanceof ApiFailure) throw error;
          return controller.signal.aborted ? ("stopped" as const) : ("failed" as const);
        }
      }),
    );
    if (taken === undefined) setState({ phase: "idle" });
    else setState(typeof taken === "string" ? { phase: taken } : { phase: "done", ...taken });
  }

  return (
    <div className="max-w-full">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{words.title}</span>
        {files.map(({ href, short, label }) => (
          <a
            key={href}
            href={href}
            download
            aria-label={label}
            aria-disabled={state.phase === "running"}
            className="button button-secondary button-small"
            onClick={(event) => {
              event.preventDefault();
              void take(href);
            }}
          >
            {short}
          </a>
        ))}
        {state.phase === "running" ? (
          <button
            type="button"
            className="button button-secondary button-small"
            onClick={() => stopping.current?.abort()}
          >
            {words.stop}
          </button>
        ) : null}
      </div>
      <p role="status" className="mt-1.5 text-muted empty:hidden">
        {statusText(state, words, locale)}
      </p>
      {state.phase === "idle" ? (
        <CeremonyStatus compact state={ceremony.state} labels={labels} hint="" doneText="" />
      ) : null}
    </div>
  );
}

function statusText(state: State, words: ExportLinksProps["words"], locale: string): string {
  if (state.phase === "idle") return "";
  if (!("bytes" in state)) return words[state.phase];
  const size = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: state.bytes < 1e6 ? "kilobyte" : "megabyte",
    maximumFractionDigits: 1,
  }).format(state.bytes / (state.bytes < 1e6 ? 1e3 : 1e6));
  return words[state.phase]
    .replace("{count}", new Intl.NumberFormat(locale).format(state.lines))
    .replace("{size}", size);
}
