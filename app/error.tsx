"use client";
/** A page failed on the server or in the browser. */
import { useSyncExternalStore } from "react";
import { FailureScreen } from "#components/ui/failure-screen.tsx";

const never = () => () => {};

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const requestId = useSyncExternalStore(
    never,
    () => document.documentElement.dataset.requestId,
    () => undefined,
  );
  return <FailureScreen reference={requestId ?? error.digest} retry={() => window.location.reload()} />;
}
