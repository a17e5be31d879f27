/** Calls the JSON API from the browser and turns its envelope into a value or an ApiFailure. */

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A refusal: the envelope's code, or `OFFLINE` when no answer came. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  readonly code: string;
  readonly requestId: string;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;
  /** The server's own sentence: what to do, in more detail than the code can say. */
  readonly explanation: string;

  constructor(
    code: string,
    requestId = "",
    fields: readonly FieldProblem[] = [],
    retryAfterSeconds: number | undefined = undefined,
    explanation = "",
  ) {
    super(code);
    this.code = code;
    this.requestId = requestId;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
    this.explanation = explanation;
  }
}

export type WebauthnEndpoint = `${"register" | "authenticate" | "step-up"}/${"begin" | "complete"}`;

interface Envelope {
  readonly status?: unknown;
  readonly data?: unknown;
  readonly requestId?: unknown;
  readonly error?: { readonly code?: unknown; readonly details?: unknown; readonly message?: unknown };
}

/** Runs a step of a ceremony. @throws ApiFailure */
export function callApi<T>(endpoint: WebauthnEndpoint, body: unknown, signal?: AbortSignal): Promise<T> {
  return callRoute<T>({ method: "POST", path: `webauthn/${endpoint}`, body }, signal);
}

export interface ApiCall {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1/`. */
  readonly path: string;
  /** Sent as JSON; absent for calls without a body. */
  readonly body?: unknown;
  /** Sent as it is, instead. */
  readonly file?: File;
}

/**
 * `data` of the answer, trusted to have the endpoint's shape: it comes from our own origin.
 * @throws ApiFailure
 */
export async function callRoute<T>(call: ApiCall, signal?: AbortSignal): Promise<T> {
  const response = await send(call, signal);
  const envelope = await readEnvelope(response);
  if (response.ok && envelope?.status === "ok") return envelope.data as T;
  const retryAfter = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  throw new ApiFailure(
    String(envelope?.error?.code ?? codeOf(response.status)),
    String(envelope?.requestId ?? response.headers.get("X-Request-Id") ?? ""),
    Array.isArray(envelope?.error?.details) ? (envelope.error.details as FieldProblem[]) : [],
    Number.isNaN(retryAfter) ? undefined : retryAfter,
    String(envelope?.error?.message ?? ""),
  );
}

async function send(
  { method, path, body, file }: ApiCall,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(`/api/v1/${path}`, {
      method,
      // The page's language may be another one than the browser's.
      headers: {
        "Accept-Language": document.documentElement.lang,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(file === undefined ? {} : { "Content-Type": file.type || "application/octet-stream" }),
      },
      ...(file === undefined ? {} : { body: file }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFailure("OFFLINE");
  }
}

async function readEnvelope(response: Response): Promise<Envelope | undefined> {
  try {
    return (await response.json()) as Envelope;
  } catch {
    return undefined;
  }
}

/** Of an answer that is not ours: a proxy's, while the server behind it is away. */
function codeOf(status: number): string {
  return status === 502 || status === 503 || status === 504 ? "SERVICE_UNAVAILABLE" : "INTERNAL_ERROR";
}
