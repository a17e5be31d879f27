/** Which template an app looks like: what was chosen is not kept, since the app may have become another since. */
import type { ClientKind } from "../search/schema.ts";
import { type ClientTemplate, fill } from "./template.ts";
import { templates } from "./templates.ts";

export interface FoundTemplate {
  readonly template: ClientTemplate;
  /** Empty where none is known. */
  readonly appUrl: string;
}

interface KnownClient {
  readonly redirectUris: readonly string[];
  readonly applicationType: "web" | "native";
  readonly clientUri: string | null;
}

const products = Object.values(templates).filter(
  ({ id, redirectUris }) => id !== "web" && id !== "single-page" && redirectUris.length > 0,
);

/** By the addresses that are registered; a generic one for everything else. */
export function findTemplate(client: KnownClient, kind: ClientKind): FoundTemplate {
  const appUrl = client.clientUri?.replace(/\/$/, "") ?? originOf(client.redirectUris[0]);
  if (kind === "service") return { template: templates.machine, appUrl };
  if (client.applicationType === "native") return { template: templates.native, appUrl };
  const known = products.find(({ redirectUris }) =>
    fill(redirectUris, appUrl).every((uri) => client.redirectUris.includes(uri)),
  );
  const generic = kind === "public" ? templates["single-page"] : templates.web;
  return { template: kind === "confidential" ? (known ?? generic) : generic, appUrl };
}

function originOf(uri: string | undefined): string {
  const url = uri === undefined ? null : URL.parse(uri);
  return url === null || url.origin === "null" ? "" : url.origin;
}
