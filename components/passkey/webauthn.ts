/**
 * The browser's WebAuthn calls with the server's JSON on both sides. Conversion is done field by field and not
 * by `parse…FromJSON`/`toJSON`: password managers that wrap the API hand out objects without those methods.
 */
import {
  type AuthenticationResponseJSON,
  base64URLStringToBuffer,
  bufferToBase64URLString,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/browser";

export type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
};

/** How the browser may ask: from the autofill list, only with what is on this device, or with everything. */
export type GetMode = "conditional" | "immediate" | "modal";

/** Client data the DOM library does not name yet: `uiMode` (Chrome 149), `hints` (WebAuthn Level 3 section 5.8.8). */
interface GetOptions extends CredentialRequestOptions {
  uiMode?: "immediate";
}

export async function getPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
  mode: GetMode,
  signal: AbortSignal,
): Promise<AuthenticationResponseJSON> {
  const request: GetOptions = {
    publicKey: {
      ...options,
      challenge: base64URLStringToBuffer(options.challenge),
      allowCredentials: descriptors(options.allowCredentials),
    } as PublicKeyCredentialRequestOptions,
    signal,
    ...(mode === "conditional" ? { mediation: "conditional" as const } : {}),
    ...(mode === "immediate" ? { uiMode: "immediate" as const } : {}),
  };
  const credential = (await navigator.credentials.get(request)) as PublicKeyCredential | null;
  if (!credential) throw new DOMException("No credential came back.", "UnknownError");
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    ...base(credential),
    response: {
      clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
      authenticatorData: bufferToBase64URLString(response.authenticatorData),
      signature: bufferToBase64URLString(response.signature),
      ...(response.userHandle ? { userHandle: bufferToBase64URLString(response.userHandle) } : {}),
    },
  };
}

export async function createPasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
  signal: AbortSignal,
): Promise<RegistrationResponseJSON> {
  const credential = (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: base64URLStringToBuffer(options.challenge),
      user: { ...options.user, id: base64URLStringToBuffer(options.user.id) },
      excludeCredentials: descriptors(options.excludeCredentials),
    } as PublicKeyCredentialCreationOptions,
    signal,
  })) as PublicKeyCredential | null;
  if (!credential) throw new DOMException("No credential came back.", "UnknownError");
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    ...base(credential),
    response: {
      clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
      attestationObject: bufferToBase64URLString(response.attestationObject),
      transports: transportsOf(response),
    },
  };
}

function base(credential: PublicKeyCredential) {
  return {
    id: credential.id,
    rawId: bufferToBase64URLString(credential.rawId),
    type: "public-key" as const,
    clientExtensionResults: credential.getClientExtensionResults() as Record<string, unknown>,
    ...(credential.authenticatorAttachment
      ? { authenticatorAttachment: credential.authenticatorAttachment as AuthenticatorAttachment }
      : {}),
  };
}

/** Some managers leave `getTransports` out or let it throw; transports are a hint and worth no failure. */
function transportsOf(response: AuthenticatorAttestationResponse): AuthenticatorTransportList {
  try {
    return response.getTransports() as AuthenticatorTransportList;
  } catch {
    return [];
  }
}

type AuthenticatorTransportList = NonNullable<RegistrationResponseJSON["response"]["transports"]>;

function descriptors(list: PublicKeyCredentialRequestOptionsJSON["allowCredentials"]) {
  return list?.map((item) => ({ ...item, id: base64URLStringToBuffer(item.id) })) ?? [];
}
