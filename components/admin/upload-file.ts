/** Sends a file to an endpoint of the API and tells how far it is: `fetch` knows nothing of that. */
import { ApiFailure } from "#components/passkey/call-api.ts";

interface Envelope {
  readonly error?: { readonly code?: unknown; readonly message?: unknown };
  readonly requestId?: unknown;
}

/** `onProgress` is given the part that is sent, from 0 to 1. @throws ApiFailure */
export function uploadFile(path: string, file: File, onProgress: (part: number) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = new XMLHttpRequest();
  request.open("PUT", `/api/v1/${path}`);
  request.responseType = "json";
  request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
  // The page's language may be another one than the browser's.
  request.setRequestHeader("Accept-Language", document.documentElement.lang);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onerror = () => reject(new ApiFailure("OFFLINE"));
  request.onload = () => {
    if (request.status >= 200 && request.status < 300) return resolve();
    const { error, requestId } = (request.response ?? {}) as Envelope;
    reject(
      new ApiFailure(
        String(error?.code ?? "INTERNAL_ERROR"),
        String(requestId ?? ""),
        [],
        undefined,
        String(error?.message ?? ""),
      ),
    );
  };
  request.send(file);
  return promise;
}
