/** The running server that the cases are sent to, by the FIDO Alliance's server test interface. */
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";

export interface Answer {
  readonly status: number;
  readonly body: { readonly status: string; readonly errorMessage: string };
}

export type Path =
  | "/attestation/options"
  | "/attestation/result"
  | "/assertion/options"
  | "/assertion/result";

let latchkey: LatchkeyProcess | undefined;

export async function startInstance(variables: Record<string, string>): Promise<void> {
  // Vite has a BASE_URL of its own in the environment of its tests; an empty one is an unset one.
  const own = { BASE_URL: "", FIDO_CONFORMANCE_API: "true" };
  latchkey = await startLatchkey({ variables: { ...own, ...variables } });
}

export async function stopInstance(): Promise<void> {
  await latchkey?.stop();
}

export function instance(): LatchkeyProcess {
  if (!latchkey) throw new Error("the server is not running");
  return latchkey;
}

/** Sends what a conformance tool would; every answer must be a ServerResponse, and none a 5xx. */
export async function send(path: Path, body: unknown): Promise<Answer> {
  const response = await fetch(instance().baseUrl + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = { status: response.status, body: (await response.json()) as Answer["body"] };
  const { status, errorMessage } = answer.body;
  const sound = response.ok
    ? status === "ok" && errorMessage === ""
    : status === "failed" && errorMessage !== "";
  if (!sound || response.status >= 500)
    throw new Error(
      `${path} answered ${response.status}: ${JSON.stringify(answer.body)}\n${instance().output()}`,
    );
  return answer;
}
