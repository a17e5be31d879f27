"use client";
/** A page failed on the server or in the browser. */
import { FailureScreen } from "#components/ui/failure-screen.tsx";
import { useRequestId } from "#components/ui/use-document-words.ts";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <FailureScreen reference={useRequestId() ?? error.digest} retry={() => window.location.reload()} />;
}
