/** What a template is: plain data about the app, and the settings that are pasted into it. */
import type { PartialMetadata } from "../schema.ts";
import type { TemplateId } from "./schema.ts";

export interface ClientTemplate {
  readonly id: TemplateId;
  /** Where such an app usually runs; absent for what has no address. */
  readonly exampleUrl?: string;
  /** `{app}` stands for the app's address. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri?: string;
  /** Everything else that is registered. */
  readonly metadata: PartialMetadata;
  /** Pieces to be pasted, in the order in which they are needed. */
  readonly settings: (values: TemplateValues) => readonly Snippet[];
}

export interface TemplateValues {
  /** The issuer's own name. */
  readonly instance: string;
  readonly issuer: string;
  readonly clientId: string;
  /** A placeholder where it is not known any more. */
  readonly secret: string;
  readonly appUrl: string;
  readonly redirectUri: string;
}

export interface Snippet {
  /** A file or a command of that product, as it is called there. */
  readonly where: string;
  readonly text: string;
}

/** The app's address put in. */
export function fill(patterns: readonly string[], appUrl: string): string[] {
  return patterns.map((pattern) => pattern.replaceAll("{app}", appUrl));
}

/** For apps that people sign in to, which can keep a secret. */
export const confidential: PartialMetadata = {
  applicationType: "web",
  grantTypes: ["authorization_code", "refresh_token"],
  scopes: ["openid", "profile", "email", "groups"],
  tokenEndpointAuthMethod: "client_secret_basic",
  requirePkce: true,
};
