/** What this browser can do with passkeys. Decides what is offered, never what is secure. */

/** Methods that the DOM library of TypeScript does not hold yet, or that not every browser has. */
interface ModernPublicKeyCredential {
  getClientCapabilities?: () => Promise<Record<string, boolean | undefined>>;
  isConditionalMediationAvailable?: () => Promise<boolean>;
}

export interface Capabilities {
  readonly conditionalGet: boolean;
  readonly immediateGet: boolean;
}

export function passkeysAvailable(): boolean {
  return window.isSecureContext && typeof window.PublicKeyCredential === "function";
}

export async function readCapabilities(): Promise<Capabilities> {
  const api: ModernPublicKeyCredential | undefined = window.PublicKeyCredential;
  try {
    const known = await api?.getClientCapabilities?.();
    const conditionalGet = known?.conditionalGet ?? (await api?.isConditionalMediationAvailable?.()) ?? false;
    return { conditionalGet, immediateGet: known?.immediateGet ?? false };
  } catch {
    return { conditionalGet: false, immediateGet: false };
  }
}

/** Whether this very device could hold a passkey. */
export async function platformAuthenticatorAvailable(): Promise<boolean> {
  try {
    return await window.PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}
