/** What browsers send in a ceremony, and what a challenge remembers. zod only: safe for the client. */
import { z } from "zod";
import { passkeyNameSchema } from "#lib/credentials/schema.ts";
import { displayNameSchema, usernameSchema } from "#lib/users/schema.ts";

/** Strict base64url without padding; the last character may not carry bits that decoding would drop. */
const canonicalBase64url =
  /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$/;

function base64url(minimumBytes: number, maximumBytes: number) {
  return z
    .string()
    .min(Math.ceil((minimumBytes * 4) / 3), "is too short")
    .max(Math.ceil((maximumBytes * 4) / 3), "is too long")
    .regex(canonicalBase64url, "must be base64url without padding");
}

/** WebAuthn Level 3 section 4: a credential id has at most 1023 bytes. */
const credentialId = base64url(1, 1023);
const publicKeyType = z.literal("public-key", "must be 'public-key'");
const userVerification = z.enum(["required", "preferred", "discouraged"]);
const attachment = z.string().max(32).nullish();

/** Unknown members and unsolicited extension outputs are dropped, as section 7 allows. */
const clientExtensionResults = z
  .object({ credProps: z.object({ rk: z.boolean().optional() }).optional() })
  .optional();

/** RegistrationResponseJSON (section 5.1). The copies of parsed parts that browsers add are not believed, so not read. */
export const registrationResponseSchema = z
  .object({
    id: credentialId,
    rawId: credentialId.optional(),
    type: publicKeyType,
    response: z.object({
      clientDataJSON: base64url(1, 8192),
      attestationObject: base64url(1, 40_000),
      transports: z.array(z.string().max(64)).max(16).optional(),
    }),
    authenticatorAttachment: attachment,
    clientExtensionResults,
  })
  .refine(({ id, rawId }) => rawId === undefined || rawId === id, {
    path: ["rawId"],
    message: "must equal id",
  });

/** AuthenticationResponseJSON (section 5.1). */
export const authenticationResponseSchema = z
  .object({
    id: credentialId,
    rawId: credentialId.optional(),
    type: publicKeyType,
    response: z.object({
      clientDataJSON: base64url(1, 8192),
      authenticatorData: base64url(37, 8192),
      signature: base64url(1, 4096),
      userHandle: base64url(0, 64).nullish(),
    }),
    authenticatorAttachment: attachment,
    clientExtensionResults,
  })
  .refine(({ id, rawId }) => rawId === undefined || rawId === id, {
    path: ["rawId"],
    message: "must equal id",
  });

export type RegistrationResponse = z.infer<typeof registrationResponseSchema>;
export type AuthenticationResponse = z.infer<typeof authenticationResponseSchema>;

const attestation = z.enum(["none", "indirect", "direct", "enterprise"]);

/** Client extensions that a page may ask for; credProps is always asked for. */
const extensionWishes = z.strictObject({
  credProps: z.boolean().optional(),
  minPinLength: z.boolean().optional(),
});

/** What a page may ask of the new passkey; it can make the policy stricter, never looser. */
export const registrationWishesSchema = z.strictObject({
  userVerification: userVerification.optional(),
  attestation: attestation.optional(),
  authenticatorSelection: z
    .strictObject({
      authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
      residentKey: z.enum(["required", "preferred", "discouraged"]).optional(),
      requireResidentKey: z.boolean().optional(),
      userVerification: userVerification.optional(),
    })
    .optional(),
  extensions: extensionWishes.optional(),
});

export type RegistrationWishes = z.infer<typeof registrationWishesSchema>;

export const beginRegistrationSchema = registrationWishesSchema
  .extend({
    username: usernameSchema.optional(),
    displayName: displayNameSchema.optional(),
    setUpToken: z.string().max(128).optional(),
    invitation: z.string().max(128).optional(),
  })
  .refine(
    ({ username, displayName, setUpToken, invitation }) =>
      username !== undefined ||
      (displayName === undefined && setUpToken === undefined && invitation === undefined),
    { path: ["username"], message: "is needed for a new account" },
  )
  .refine(({ setUpToken, invitation }) => setUpToken === undefined || invitation === undefined, {
    path: ["invitation"],
    message: "cannot stand beside setUpToken",
  });

export const completeRegistrationSchema = z.strictObject({
  credential: registrationResponseSchema,
  deviceName: passkeyNameSchema.optional(),
});

export const beginAuthenticationSchema = z.strictObject({
  username: z.string().trim().min(1).max(254).optional(),
});

export const completeAuthenticationSchema = z.strictObject({ credential: authenticationResponseSchema });

export const unknownCredentialSchema = z.strictObject({ credentialId });

export const beginStepUpSchema = z.strictObject({});

/** Issued by the FIDO conformance interface, and good there alone; its rules hold instead of this instance's. */
const conformance = z.literal(true).optional();

const registrationContext = z.object({
  /** What the completed registration makes: a new account, the first administrator, or one more passkey. */
  purpose: z.enum(["sign_up", "set_up", "add"]),
  handle: z.string().max(86),
  username: z.string().max(254),
  displayName: z.string().max(64),
  setUpTokenHash: z.string().max(43).optional(),
  invitationHash: z.string().max(43).optional(),
  /** The groups that the new account will be in: their policies hold for its first passkey. */
  joining: z.array(z.string().max(36)).max(20).optional(),
  userVerification,
  attestation,
  extensions: extensionWishes,
  algorithms: z.array(z.number().int()).max(16),
  conformance,
});

const assertionContext = z.object({
  userVerification,
  /** The list that was handed out; null for a usernameless ceremony. */
  allowCredentials: z.array(z.string().max(1364)).max(100).nullable(),
  conformance,
});

/** The options that a challenge was issued with, by its kind; stored as JSON. */
export const challengeContextSchemas = {
  registration: registrationContext,
  authentication: assertionContext,
  step_up: assertionContext,
} as const;

export type ChallengeContexts = {
  [Kind in keyof typeof challengeContextSchemas]: z.infer<(typeof challengeContextSchemas)[Kind]>;
};
