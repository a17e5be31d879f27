/** PublicKeyCredentialDescriptorJSON (WebAuthn Level 3 section 5.8.3): how options name a credential. */
import type { PublicKeyCredentialDescriptorJSON } from "@simplewebauthn/server";
import { encodeBase64url } from "#lib/crypto/base64url.ts";

export interface Descriptor {
  readonly credentialId: Uint8Array;
  readonly transports: readonly string[];
}

export function toDescriptorJson({
  credentialId,
  transports,
}: Descriptor): PublicKeyCredentialDescriptorJSON {
  return {
    type: "public-key",
    id: encodeBase64url(credentialId),
    // Transports that the library's type does not list yet go out as the authenticator named them.
    ...(transports.length > 0 ? { transports: [...transports] as ("internal" | "usb")[] } : {}),
  };
}
