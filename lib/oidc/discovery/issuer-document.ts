/** The issuer's metadata as the bytes that are sent: made once, since nothing in it changes while the process runs. */
import { createHash } from "node:crypto";
import type { Config } from "#lib/config/load-config.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { describeIssuer } from "./describe-issuer.ts";

export interface IssuerDocument {
  readonly body: string;
  /** A strong entity tag with its quotes. */
  readonly etag: string;
}

const documents = () => processWide("issuer-documents", () => new WeakMap<Config, IssuerDocument>());

export function issuerDocument(config: Config): IssuerDocument {
  const known = documents().get(config);
  if (known) return known;
  const body = JSON.stringify(describeIssuer(config));
  const made = { body, etag: `"${createHash("sha256").update(body).digest("base64url")}"` };
  documents().set(config, made);
  return made;
}
