/** What most files begin with: the shared server, somebody signed in, and apps by name. */
import { afterAll, beforeAll } from "vitest";
import type { NewClient } from "#lib/clients/schema.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { type App, type Issuer, sharedIssuer, startIssuer } from "./issuer.ts";

export interface Stage<Name extends string> {
  readonly issuer: Issuer;
  readonly browser: Browser;
  readonly apps: Readonly<Record<Name, App>>;
}

/** Filled before the first test; with `variables`, on a server of the file's own. */
export function setUp<Name extends string>(
  wishes: Readonly<Record<Name, Partial<NewClient>>>,
  variables?: Record<string, string>,
): Stage<Name> {
  const stage: { issuer?: Issuer; browser?: Browser; apps: Partial<Record<Name, App>> } = { apps: {} };
  beforeAll(async () => {
    stage.issuer = variables ? await startIssuer(variables) : sharedIssuer();
    stage.browser = await openBrowser(stage.issuer);
    for (const name of Object.keys(wishes) as Name[])
      stage.apps[name] = await stage.issuer.addApp({ firstParty: true, ...wishes[name] });
  });
  afterAll(() => stage.issuer?.close());
  return stage as Stage<Name>;
}
