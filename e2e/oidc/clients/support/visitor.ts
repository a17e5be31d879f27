/** A browser at a relying app: keeps the app's cookies, and goes to the provider and back wherever it is sent. */
import type { Browser, Outcome } from "../../support/browser.ts";
import { type Navigation, navigate } from "./navigate.ts";

export interface Seen {
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
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
  const send = async (url: URL, form?: Navigation["form"]): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const address = url.href.replace(app, behind);
    const response = await navigate(address, { cookie, ...(form ? { form } : {}) });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  const ownForm = (fields: Readonly<Record<string, string>>) => ({
    fields: new URLSearchParams(fields),
    origin: app,
  });
  const walk = async (first: Response, start: URL): Promise<Seen> => {
    const answers: Outcome[] = [];
    let [response, url] = [first, start];
    for (let steps = 0; steps < 12; steps += 1) {
      const location = response.headers.get("location");
      if (location === null) return seen(response, url, answers);
      url = new URL(location, url);
      if (url.origin === app) {
        response = await send(url);
        continue;
      }
      const outcome = await provider.go(url);
      answers.push(outcome);
      if (outcome.kind === "page")
        return {
          status: outcome.status,
          url: outcome.url,
          headers: new Headers(),
          text: outcome.html,
          answers,
        };
      url = outcome.url;
      response = await send(url, outcome.mode === "form_post" ? formOf(outcome) : undefined);
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
      const response = await send(new URL(address, app), fields && ownForm(fields));
      return response.headers.get("location");
    },
    post: async (address, fields) => {
      const url = new URL(address, app);
      return walk(await send(url, ownForm(fields)), url);
    },
  };
}

async function seen(response: Response, url: URL, answers: readonly Outcome[]): Promise<Seen> {
  const { status, headers } = response;
  return { status, url, headers, text: await response.text(), answers };
}

/** What the provider's page posts: pages of ours send no referrer, so another origin is all that the app learns. */
function formOf({ parameters }: Outcome): Navigation["form"] {
  return { fields: parameters, origin: "null" };
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
