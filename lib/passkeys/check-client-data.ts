/** Where and for what the browser let the passkey sign (WebAuthn Level 3 sections 7.1 and 7.2, 13.4.9). */
import type { Config } from "#lib/config/load-config.ts";
import type { ErrorCode } from "#lib/errors/codes.ts";
import { refuse } from "./ceremony-refusal.ts";
import type { ClientData } from "./schema.ts";

/** The ceremony's code for everything that does not verify. */
type FailureCode = Extract<ErrorCode, "INVALID_ATTESTATION" | "AUTHENTICATION_FAILED">;

/** @throws DomainError `code`, for another type, an origin that is not listed exactly, or a frame of another site. */
export function checkClientData(
  config: Config,
  clientData: ClientData,
  type: "webauthn.create" | "webauthn.get",
  code: FailureCode,
): void {
  if (clientData.type !== type) throw refuse(code, "client_data_type");
  if (!config.allowedOrigins.includes(clientData.origin)) throw refuse(code, "origin");
  // No page of ours is framed by others, so nothing but "no" is believed.
  const framed = (clientData.crossOrigin ?? false) !== false || (clientData.topOrigin ?? null) !== null;
  if (framed) throw refuse(code, "cross_origin");
}
