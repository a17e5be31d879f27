/** A passkey provider inside Chromium, driven over the DevTools protocol. */
import type { CDPSession, Page } from "@playwright/test";

export interface VirtualCredential {
  readonly credentialId: string;
  readonly isResidentCredential: boolean;
  readonly rpId?: string;
  readonly privateKey: string;
  readonly userHandle?: string;
  readonly signCount: number;
  readonly userName?: string;
  readonly userDisplayName?: string;
}

export interface VirtualAuthenticator {
  credentials(): Promise<VirtualCredential[]>;
  addCredential(credential: VirtualCredential): Promise<void>;
  clear(): Promise<void>;
  /** False: requests stay pending, as while a person looks at the browser's sheet. */
  setPresence(automatic: boolean): Promise<void>;
  /** False: fingerprint or PIN fails. */
  setUserVerified(verified: boolean): Promise<void>;
  /** Takes the authenticator away. */
  remove(): Promise<void>;
}

export interface AuthenticatorOptions {
  /** Chromium allows one `internal` authenticator; further ones are security keys. */
  readonly transport: "internal" | "usb";
  readonly backedUp: boolean;
}

const defaults: AuthenticatorOptions = { transport: "internal", backedUp: true };

export async function addVirtualAuthenticator(
  page: Page,
  options: Partial<AuthenticatorOptions> = {},
): Promise<VirtualAuthenticator> {
  const { transport, backedUp } = { ...defaults, ...options };
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      defaultBackupEligibility: backedUp,
      defaultBackupState: backedUp,
    },
  });
  return {
    credentials: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    addCredential: async (credential) => {
      await cdp.send("WebAuthn.addCredential", { authenticatorId, credential });
    },
    clear: async () => {
      await cdp.send("WebAuthn.clearCredentials", { authenticatorId });
    },
    setPresence: async (enabled) => {
      await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
    setUserVerified: async (isUserVerified) => {
      await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    remove: async () => {
      await cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    },
  };
}
