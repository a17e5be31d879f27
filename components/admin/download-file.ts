/** Fetches a file, says how much of it has come, and hands it to the browser to keep. */
import { ApiFailure } from "#components/passkey/call-api.ts";

export interface Progress {
  /** Without the heading of a table. */
  readonly lines: number;
  readonly bytes: number;
}

const lineFeed = 10;
const betweenReportsMs = 200;

/** @throws ApiFailure when the server refuses; whatever `fetch` throws when the file breaks off or `signal` says so */
export async function downloadFile(
  href: string,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<Progress> {
  const response = await fetch(href, { signal });
  if (!response.ok || response.body === null) throw await refusalOf(response);
  const heading = response.headers.get("Content-Type")?.startsWith("text/csv") ? 1 : 0;
  let lines = -heading;
  let bytes = 0;
  let reportedAt = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
        controller.enqueue(chunk);
        if (Date.now() - reportedAt < betweenReportsMs) return;
        reportedAt = Date.now();
        report({ lines: Math.max(0, lines), bytes });
      },
    }),
  );
  // The browser keeps the pieces, on its disk when they are many.
  keep(await new Response(counted).blob(), response.headers.get("Content-Disposition") ?? "");
  return { lines: Math.max(0, lines), bytes };
}

function keep(file: Blob, disposition: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = /filename="([^"]+)"/.exec(disposition)?.[1] ?? "export";
  link.click();
  // The download has begun by then, and the browser may let go of the copy.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function refusalOf(response: Response): Promise<ApiFailure> {
  const envelope = (await response.json().catch(() => undefined)) as
    | { readonly error?: { readonly code?: string; readonly message?: string }; readonly requestId?: string }
    | undefined;
  const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return new ApiFailure(
    envelope?.error?.code ?? "INTERNAL_ERROR",
    envelope?.requestId ?? "",
    [],
    Number.isNaN(retryAfter) ? undefined : retryAfter,
    envelope?.error?.message ?? "",
  );
}
