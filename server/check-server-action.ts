/** Refuses calls of server actions that no browser of ours could have sent: Next would answer them with a 500. */
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Refusal } from "./refuse.ts";

/** Where route handlers live, which read their own bodies. */
const handlerPath = /^\/(api|oauth|\.well-known)(\/|$)/;

export interface PossibleAction {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What Next takes for a call of an action: a POST to a page with its header, or a multipart form. */
export function isServerAction({ method, path, headers }: PossibleAction): boolean {
  return (
    method === "POST" && !handlerPath.test(path) && (isForm(headers) || headers["next-action"] !== undefined)
  );
}

/** Such a call must come from a page of this origin and carry a body that can be read. */
export async function serverActionRefusal(
  request: PossibleAction,
  body: Buffer,
  baseUrl: string,
): Promise<Refusal | undefined> {
  const { headers } = request;
  if (!isServerAction(request)) return undefined;
  const contentType = headers["content-type"] ?? "";
  if (headers.origin !== baseUrl) return { code: "CROSS_ORIGIN" };
  const readable = isForm(headers) ? await isFormData(contentType, body) : isJson(body);
  return readable ? undefined : { code: "INVALID_REQUEST" };
}

/**
 * Actions answer their own failures (lib/http/define-action.ts), so a 500 to such a call means that React could not
 * decode its arguments, which it signals in no other way: the caller's mistake and not ours.
 */
export function answerUndecodableAs400(res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse;
  res.writeHead = (status: number, ...rest: unknown[]) => writeHead(status === 500 ? 400 : status, ...rest);
}

function isForm(headers: IncomingHttpHeaders): boolean {
  return /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");
}

async function isFormData(contentType: string, body: Buffer): Promise<boolean> {
  try {
    await new Response(new Uint8Array(body), { headers: { "Content-Type": contentType } }).formData();
    return true;
  } catch {
    return false;
  }
}

/** A call with plain arguments is their JSON text. */
function isJson(body: Buffer): boolean {
  try {
    return Array.isArray(JSON.parse(body.toString("utf8")));
  } catch {
    return false;
  }
}
