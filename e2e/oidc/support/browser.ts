/**
 * A browser with a person and their passkey in front of it: keeps cookies, follows what stays at the provider, signs in
 * and consents where it is asked to, and stops where the app is answered or a page has the last word.
 */
import {
  type AuthenticatorOptions,
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import type { Issuer } from "./issuer.ts";

export interface Outcome {
  readonly kind: "answer" | "page";
  readonly status: number;
  /** Where the browser stands: at the app, or at a page of the provider. */
  readonly url: URL;
  readonly mode: "query" | "fragment" | "form_post" | undefined;
  /** What the app was told; a page has none. */
  readonly parameters: URLSearchParams;
  readonly html: string;
  /** The provider's pages that the person met on the way, in order. */
  readonly met: readonly string[];
}

export interface BrowserOptions {
  /** What the person does on the consent page. */
  readonly consent?: "allow" | "deny";
  /** The path of a page that the person only looks at. */
  readonly stopAt?: "/sign-in" | "/consent";
}

export interface Browser {
  readonly userId: string;
  readonly authenticator: SoftwareAuthenticator;
  cookie(): string;
  /** Another browser that is not signed in, with the same passkey. */
  fresh(): Browser;
  signIn(): Promise<void>;
  /** Makes an account for somebody else in this browser; their id. */
  signUp(): Promise<string>;
  go(address: string | URL, options?: BrowserOptions): Promise<Outcome>;
  /** A form of another site's page: cookies with SameSite=Lax stay at home. */
  submitFromElsewhere(address: string, fields: URLSearchParams, options?: BrowserOptions): Promise<Outcome>;
  /** A form on one of the provider's own pages. */
  submit(path: string, fields: Record<string, string>, options?: BrowserOptions): Promise<Outcome>;
}

/** Signs somebody up; the browser is signed in as them. */
export async function openBrowser(
  issuer: Issuer,
  username = `${crypto.randomUUID()}@example.com`,
  settings: Partial<AuthenticatorOptions> = {},
): Promise<Browser> {
  const jar: Jar = new Map();
  const authenticator = createAuthenticator({ origin: issuer.address, ...settings });
  return makeBrowser(issuer, authenticator, await createAccount(issuer, jar, authenticator, username), jar);
}

async function createAccount(
  issuer: Issuer,
  jar: Jar,
  authenticator: SoftwareAuthenticator,
  username: string,
): Promise<string> {
  const begun = await callApi(issuer, jar, "register/begin", { username, displayName: "Ana Ruiz" });
  const credential = authenticator.create(begun as never);
  const done = await callApi(issuer, jar, "register/complete", { credential });
  return (done as { user: { id: string } }).user.id;
}

/** Cookies by name. */
type Jar = Map<string, string>;

function makeBrowser(
  issuer: Issuer,
  authenticator: SoftwareAuthenticator,
  userId: string,
  jar: Jar,
): Browser {
  const send = async (address: URL, init: RequestInit = {}, withCookies = true): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (withCookies && jar.size > 0) headers.set("cookie", cookieHeader(jar));
    const response = await issuer.fetch(address.href, { ...init, headers });
    keepCookies(jar, response);
    return response;
  };
  const signIn = async () => {
    const begun = await callApi(issuer, jar, "authenticate/begin", {});
    await callApi(issuer, jar, "authenticate/complete", { credential: authenticator.get(begun as never) });
  };
  const post = (fields: URLSearchParams | Record<string, string>, origin: string): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin },
  });
  const walk = async (first: Response, start: URL, options: BrowserOptions): Promise<Outcome> => {
    const met: string[] = [];
    let [response, url] = [first, start];
    for (let steps = 0; steps < 12; steps += 1) {
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null)
        return endOn(response, url, met);
      url = new URL(location, url);
      if (url.origin !== issuer.address) return answerAt(url, met);
      const interaction = url.searchParams.get("interaction");
      response = await send(url);
      if (!["/sign-in", "/consent"].includes(url.pathname) || interaction === null) continue;
      met.push(url.pathname);
      if (response.status !== 200 || options.stopAt === url.pathname) return endOn(response, url, met);
      if (url.pathname === "/sign-in") {
        await signIn();
        url = new URL(`/oauth/resume?interaction=${interaction}`, issuer.address);
        response = await send(url);
      } else {
        const fields = { ...hiddenFields(await response.text()), decision: options.consent ?? "allow" };
        url = new URL("/oauth/consent", issuer.address);
        response = await send(url, post(fields, issuer.address));
      }
    }
    throw new Error(`the provider leads in circles: ${met.join(", ")}, then ${url.href}`);
  };
  return {
    userId,
    authenticator,
    cookie: () => cookieHeader(jar),
    fresh: () => makeBrowser(issuer, authenticator, userId, new Map()),
    signIn,
    signUp: () => {
      const another = createAuthenticator({ origin: issuer.address });
      return createAccount(issuer, jar, another, `${crypto.randomUUID()}@example.com`);
    },
    go: async (address, options = {}) => {
      const url = new URL(address);
      return walk(await send(url), url, options);
    },
    submitFromElsewhere: async (address, fields, options = {}) => {
      const url = new URL(address);
      return walk(await send(url, post(fields, "https://app.example.com"), false), url, options);
    },
    submit: async (path, fields, options = {}) => {
      const url = new URL(path, issuer.address);
      return walk(await send(url, post(fields, issuer.address)), url, options);
    },
  };
}

function keepCookies(jar: Jar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=", 2);
    if (value === "") jar.delete(name);
    else jar.set(name, value);
  }
}

function cookieHeader(jar: Jar): string {
  return [...jar].map((pair) => pair.join("=")).join("; ");
}

async function callApi(issuer: Issuer, jar: Jar, path: string, body: unknown): Promise<unknown> {
  const response = await issuer.fetch(`${issuer.address}/api/v1/webauthn/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: issuer.address, cookie: cookieHeader(jar) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  keepCookies(jar, response);
  return (JSON.parse(text) as { data: unknown }).data;
}

function answerAt(url: URL, met: readonly string[]): Outcome {
  const mode = url.hash === "" ? "query" : "fragment";
  const parameters = mode === "query" ? url.searchParams : new URLSearchParams(url.hash.slice(1));
  return { kind: "answer", status: 303, url, mode, parameters, html: "", met };
}

/** A page, or the form that it sends on to the app at once (OAuth 2.0 Form Post Response Mode). */
async function endOn(response: Response, url: URL, met: readonly string[]): Promise<Outcome> {
  const html = await response.text();
  const action = unescapeHtml(/<form method="post" action="(https?:[^"]+)">/.exec(html)?.[1] ?? "");
  const status = response.status;
  if (action === "" || new URL(action).origin === url.origin)
    return { kind: "page", status, url, mode: undefined, parameters: new URLSearchParams(), html, met };
  const parameters = new URLSearchParams(hiddenFields(html));
  return { kind: "answer", status, url: new URL(action), mode: "form_post", parameters, html, met };
}

/** Of a page with one form. */
function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(
    inputs.map(([, name = "", value = ""]) => [unescapeHtml(name), unescapeHtml(value)]),
  );
}

function unescapeHtml(text: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}
