/** A browser at a relying app: keeps the app's cookies, and goes to the provider and back wherever it is sent. */
import type { Browser, Outcome } from "../../support/browser.ts";

export interface Seen {
  readonly status: number;
  readonly url: URL;
  readonly text: string;
  /** How the provider answered the app, in order. */
  readonly answers: readonly Outcome[];
}

export interface Visitor {
  /** Names and values of the app's cookies. */
  readonly cookies: ReadonlyMap<string, string>;
  get(address: string): Promise<Seen>;
  /** Where the app would send the browser, which stays. */
  redirectOf(address: string, fields?: Readonly<Record<string, string>>): Promise<string | null>;
  /** A form on one of the app's own pages. */
  post(address: string, fields: Readonly<Record<string, string>>): Promise<Seen>;
}

/**
 * `provider` is the same browser at the provider: signed in there or not. `behind` is where the app listens if that is not
 * its public address.
 */
export function visitorOf(app: string, provider: Browser, behind = app): Visitor {
  const cookies = new Map<string, string>();
  const send = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    const response = await fetch(url.href.replace(app, behind), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  const form = (fields: Readonly<Record<string, string>>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: app },
  });
  const walk = async (first: Response, start: URL): Promise<Seen> => {
    const answers: Outcome[] = [];
    let [response, url] = [first, start];
    for (let steps = 0; steps < 12; steps += 1) {
      const location = response.headers.get("location");
      if (location === null) return { status: response.status, url, text: await response.text(), answers };
      await response.body?.cancel();
      url = new URL(location, url);
      if (url.origin === app) {
        response = await send(url);
        continue;
      }
      const outcome = await provider.go(url);
      answers.push(outcome);
      if (outcome.kind === "page")
        return { status: outcome.status, url: outcome.url, text: outcome.html, answers };
      url = outcome.url;
      response = await send(url, outcome.mode === "form_post" ? formOf(outcome) : {});
    }
    throw new Error(`the app leads in circles, at last to ${url.href}`);
  };
  return {
    cookies,
    get: async (address) => {
      const url = new URL(address, app);
      return walk(await send(url), url);
    },
    redirectOf: async (address, fields) => {
      const response = await send(new URL(address, app), fields === undefined ? {} : form(fields));
      return response.headers.get("location");
    },
    post: async (address, fields) => {
      const url = new URL(address, app);
      return walk(await send(url, form(fields)), url);
    },
  };
}

/** What the provider's page posts, as from another origin. */
function formOf({ parameters }: Outcome): RequestInit {
  return { method: "POST", body: parameters, headers: { origin: "null" } };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const name = pair.slice(0, pair.indexOf("="));
  const expires = attributes.find((attribute) => /^\s*expires=/i.test(attribute))?.split("=")[1];
  const gone =
    attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute)) ||
    (expires !== undefined && Date.parse(expires) <= Date.now());
  if (gone) cookies.delete(name);
  else cookies.set(name, pair.slice(name.length + 1));
}
