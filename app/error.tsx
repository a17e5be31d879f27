"use client";
/** A page failed on the server or in the browser. */
import { useSyncExternalStore } from "react";
import { FailureScreen } from "#components/ui/failure-screen.tsx";

const never = () => () => {};

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const requestId = useSyncExternalStore(
    never,
    () => document.documentElement.dataset.requestId,
    () => undefined,
  );
  return <FailureScreen reference={requestId ?? error.digest} retry={reset} />;
}
