/** The provider that a file of tests talks to: the server of the whole run, or one started for the file. */
import { createLocalJWKSet, type JSONWebKeySet } from "jose";
import { inject } from "vitest";
import { addClient } from "#lib/clients/add-client.ts";
import type { NewClient } from "#lib/clients/schema.ts";
import { loadConfig } from "#lib/config/load-config.ts";
import type { Context, Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { openPool } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { createLogger } from "#lib/log/logger.ts";
import { openKeyring } from "#lib/settings/open-keyring.ts";
import { type LatchkeyProcess, startLatchkey } from "../../support/latchkey-process.ts";

export const callback = "https://app.example.com/callback";
export const bye = "https://app.example.com/bye";

export type Metadata = Readonly<Record<string, unknown>>;

/** A relying app as registered. */
export interface App {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly redirectUri: string;
  readonly authMethod: string;
}

export interface Issuer {
  /** What the provider calls itself. */
  readonly address: string;
  readonly dataDir: string;
  /** The process, where it was started for this file. */
  readonly latchkey: LatchkeyProcess | undefined;
  /** Goes where a reverse proxy would lead, and follows nothing. */
  fetch(address: string, init?: RequestInit): Promise<Response>;
  metadata(): Promise<Metadata>;
  /** The keys that are published now. */
  keys(): Promise<ReturnType<typeof createLocalJWKSet>>;
  addApp(wishes?: Partial<NewClient>): Promise<App>;
  /** A context such as a command has. */
  operator(): Promise<Context>;
  close(): Promise<void>;
}

/** The server that all protocol tests share. */
export function sharedIssuer(): Issuer {
  return makeIssuer(inject("baseUrl"), inject("baseUrl"), inject("dataDir"), undefined);
}

/** A server with settings of its own, in the lane of the run; `BASE_URL` may be an address on https. */
export async function startIssuer(variables: Record<string, string> = {}): Promise<Issuer> {
  // Vite puts a BASE_URL of its own into the environment of its tests; an empty one is an unset one.
  const latchkey = await startLatchkey({
    entry: inject("entry"),
    variables: { BASE_URL: "", ...variables },
  });
  const address = variables.BASE_URL ?? latchkey.baseUrl;
  return makeIssuer(address, latchkey.baseUrl, latchkey.dataDir, latchkey);
}

/** `behind`: where the server listens; `address`: what it calls itself. */
export function makeIssuer(
  address: string,
  behind: string,
  dataDir: string,
  latchkey: LatchkeyProcess | undefined,
): Issuer {
  const opened = new AsyncDisposableStack();
  let operator: Promise<Context> | undefined;
  const go = (target: string, init: RequestInit = {}) =>
    fetch(target.replace(address, behind), { ...init, redirect: "manual" });
  const json = async (target: string) => (await (await go(target)).json()) as Metadata;
  const issuer: Issuer = {
    address,
    dataDir,
    latchkey,
    fetch: go,
    metadata: () => json(`${address}/.well-known/openid-configuration`),
    keys: async () => createLocalJWKSet((await json(`${address}/oauth/jwks`)) as unknown as JSONWebKeySet),
    operator: () => {
      operator ??= openOperator(address, dataDir, opened);
      return operator.then((ctx) => ({ ...ctx, now: new Date() }));
    },
    addApp: async (wishes = {}) => {
      const ctx = await issuer.operator();
      const defaults = { name: "Test app", redirectUris: [callback], postLogoutRedirectUris: [bye] };
      const { client, secret } = await addClient(ctx, { ...defaults, ...wishes });
      return {
        clientId: client.id,
        redirectUri: client.redirectUris[0] ?? "",
        authMethod: client.tokenEndpointAuthMethod,
        ...(secret === undefined ? {} : { clientSecret: secret }),
      };
    },
    close: async () => {
      await opened.disposeAsync();
      await latchkey?.stop();
    },
  };
  return issuer;
}

/** What `latchkey …` works with, opened once: starting Node for every app would be most of a file's time. */
async function openOperator(
  address: string,
  dataDir: string,
  opened: AsyncDisposableStack,
): Promise<Context> {
  const config = loadConfig({ BASE_URL: address, DATA_DIR: dataDir });
  const database = await openDatabase(config, "command");
  opened.defer(() => database.close());
  const limits = { maxConnections: 2, statementTimeoutMs: 10_000, applicationName: "latchkey-e2e" };
  const pool = openPool(database.address, limits);
  opened.defer(() => pool.close());
  const runtime: Runtime = {
    db: pool.db,
    config,
    keyring: await openKeyring(pool.db, config, dataDir),
    log: createLogger({ level: "silent", format: "json" }),
  };
  return localContext(runtime, { type: "operator" });
}
