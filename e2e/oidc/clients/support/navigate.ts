/** Opens a page as a browser does: `fetch` says of itself that it is a script, and some apps answer scripts otherwise. */
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";

export interface Navigation {
  readonly cookie: string;
  /** Posted as a form by a page of `origin`. */
  readonly form?: { readonly fields: URLSearchParams; readonly origin: string };
}

const headersOfPages = {
  accept: "text/html,*/*;q=0.8",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
};

/** The answer, not followed. */
export async function navigate(address: string, { cookie, form }: Navigation): Promise<Response> {
  const outgoing = request(address, {
    method: form ? "POST" : "GET",
    headers: {
      ...headersOfPages,
      ...(cookie === "" ? {} : { cookie }),
      ...(form ? { "content-type": "application/x-www-form-urlencoded", origin: form.origin } : {}),
    },
  });
  outgoing.end(form?.fields.toString());
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct))
    for (const value of values) headers.append(name, value);
  const { statusCode: status = 502 } = incoming;
  return new Response(status === 204 || status === 304 ? null : Buffer.concat(chunks), { status, headers });
}
