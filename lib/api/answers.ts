/** What several endpoints answer with. Types hold the operations to it, and the OpenAPI document shows it. */
import { z } from "zod";

const base64url = z.string().describe("base64url without padding");

export const signalsAnswer = z
  .object({
    rpId: z.string(),
    userId: base64url,
    allAcceptedCredentialIds: z.array(base64url).readonly(),
    name: z.string(),
    displayName: z.string(),
  })
  .describe("What a page hands to the WebAuthn Signal API. The list is complete.");

export const userAnswer = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
});

const descriptorAnswer = z.object({
  type: z.string(),
  id: base64url,
  transports: z.array(z.string()).optional(),
});

export const creationOptionsAnswer = z
  .object({
    rp: z.object({ id: z.string().optional(), name: z.string() }),
    user: z.object({ id: base64url, name: z.string(), displayName: z.string() }),
    challenge: base64url,
    pubKeyCredParams: z.array(z.object({ type: z.string(), alg: z.number().int() })),
    timeout: z.number().int().optional().describe("Milliseconds."),
    excludeCredentials: z.array(descriptorAnswer).optional(),
    authenticatorSelection: z
      .object({
        authenticatorAttachment: z.string().optional(),
        residentKey: z.string().optional(),
        requireResidentKey: z.boolean().optional(),
        userVerification: z.string().optional(),
      })
      .optional(),
    hints: z.array(z.string()).optional().describe("Kinds of authenticators, the best first."),
    attestation: z.string().optional(),
    extensions: z.object({ credProps: z.boolean().optional() }).optional(),
  })
  .describe("PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3 section 5.1.8).");

export const requestOptionsAnswer = z
  .object({
    challenge: base64url,
    timeout: z.number().int().optional().describe("Milliseconds."),
    rpId: z.string().optional(),
    allowCredentials: z.array(descriptorAnswer).optional(),
    userVerification: z.string().optional(),
  })
  .describe("PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3 section 5.1.9).");
