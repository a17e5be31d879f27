"use client";
/** The one state machine of every passkey screen: idle → waiting → verifying → done | failed. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { passkeysAvailable } from "./capabilities.ts";
import { type CeremonyStep, defaultTimeoutMs } from "./ceremonies.ts";
import { explainFailure, type Failure } from "./failure.ts";

export type CeremonyState =
  /** Before the page's script runs; tests and styles may wait for `idle`. */
  | { readonly phase: "loading" }
  | { readonly phase: "idle" }
  | { readonly phase: "starting" }
  | { readonly phase: "waiting" }
  | { readonly phase: "verifying" }
  | { readonly phase: "done"; readonly alreadyRegistered: boolean }
  | { readonly phase: "failed"; readonly failure: Failure };

export interface Ceremony {
  readonly state: CeremonyState;
  /** True while a click must do nothing: a ceremony runs, or none can run here. */
  readonly busy: boolean;
  /** No ceremony can work on this page: its address is wrong, or the browser knows no passkeys. */
  readonly hindered: boolean;
  /** Runs one ceremony; undefined when it failed, was superseded, or another one is running. */
  readonly run: <T>(
    kind: "get" | "create",
    work: (step: CeremonyStep) => Promise<T>,
  ) => Promise<T | undefined>;
  /** Ends whatever runs, and forgets a failure. */
  readonly reset: () => void;
}

const runningPhases = new Set<CeremonyState["phase"]>(["starting", "waiting", "verifying"]);

const never = () => () => {};

export function useCeremony(baseUrl: string): Ceremony {
  const [state, setState] = useState<CeremonyState>({ phase: "idle" });
  const running = useRef<AbortController | undefined>(undefined);
  const obstacle = useSyncExternalStore(
    never,
    () => findObstacle(baseUrl),
    () => "loading" as const,
  );

  const reset = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({ phase: "idle" });
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    // The browser may bring the page back as it was left, after "done": then it begins anew.
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) reset();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [reset]);

  const run: Ceremony["run"] = useCallback(async (kind, work) => {
    if (running.current) return undefined;
    const controller = new AbortController();
    running.current = controller;
    const show = (next: CeremonyState) => {
      if (running.current === controller) setState(next);
    };
    const clock = { kind, promptedAt: performance.now(), timeoutMs: defaultTimeoutMs };
    show({ phase: "starting" });
    try {
      const result = await work({
        signal: controller.signal,
        prompted: (promptKind, timeoutMs) => {
          clock.kind = promptKind;
          clock.promptedAt = performance.now();
          clock.timeoutMs = timeoutMs;
          show({ phase: "waiting" });
        },
        verifying: () => show({ phase: "verifying" }),
      });
      show({ phase: "done", alreadyRegistered: false });
      return running.current === controller ? result : undefined;
    } catch (error) {
      const outcome = explainFailure(error, {
        kind: clock.kind,
        elapsedMs: performance.now() - clock.promptedAt,
        timeoutMs: clock.timeoutMs,
        pageReference: document.documentElement.dataset.requestId,
      });
      if (outcome === "superseded") show({ phase: "idle" });
      else if (outcome === "alreadyRegistered") show({ phase: "done", alreadyRegistered: true });
      else show({ phase: "failed", failure: outcome });
      return undefined;
    } finally {
      if (running.current === controller) running.current = undefined;
    }
  }, []);

  const shown = withObstacle(state, obstacle);
  const hindered = obstacle === "wrongAddress" || obstacle === "unsupported";
  const busy = hindered || runningPhases.has(shown.phase);
  return { state: shown, busy, hindered, run, reset };
}

/** Why no ceremony can work on this page at all. */
function findObstacle(baseUrl: string): "wrongAddress" | "unsupported" | undefined {
  // Before the feature test: on a wrong, insecure address the right one is what helps.
  if (window.location.origin !== baseUrl) return "wrongAddress";
  return passkeysAvailable() ? undefined : "unsupported";
}

function withObstacle(
  state: CeremonyState,
  obstacle: "loading" | "wrongAddress" | "unsupported" | undefined,
): CeremonyState {
  if (obstacle === undefined) return state;
  if (obstacle === "loading") return { phase: "loading" };
  return { phase: "failed", failure: { reason: obstacle } };
}
