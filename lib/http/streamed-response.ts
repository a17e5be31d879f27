/** Answers that are too long to hold: the fast lane passes them on piece by piece. */
import { processWide } from "#lib/context/process-wide.ts";

const known = () => processWide("http/streamed-responses", () => new WeakSet<Response>());

/** A file for the browser to keep, under this name, which must be plain ASCII. */
export function streamFile(pieces: AsyncGenerator<string>, mediaType: string, filename: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  const response = new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${filename}"`,
      "Cache-Control": "no-store",
    },
  });
  known().add(response);
  return response;
}

export function isStreamed(response: Response): boolean {
  return known().has(response);
}
