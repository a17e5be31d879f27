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

/** One call of `navigator.credentials.get`: how the page asked, and how many credentials it named. */
export interface RecordedRequest {
  readonly kind: string;
  readonly allowed: number;
}

/** Notes how pages ask for passkeys from now on. */
export async function recordRequests(page: Page): Promise<RecordedRequest[]> {
  const requests: RecordedRequest[] = [];
  await page.exposeFunction("latchkeyRecord", (request: RecordedRequest) => requests.push(request));
  await page.addInitScript(() => {
    const get = navigator.credentials.get.bind(navigator.credentials);
    navigator.credentials.get = (options) => {
      const { uiMode, mediation, publicKey } = { ...options } as CredentialRequestOptions & {
        uiMode?: string;
      };
      const record = (globalThis as { latchkeyRecord?: (request: object) => void }).latchkeyRecord;
      record?.({ kind: uiMode ?? mediation ?? "modal", allowed: publicKey?.allowCredentials?.length ?? 0 });
      return get(options);
    };
  });
  return requests;
}
