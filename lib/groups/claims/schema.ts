/** What custom claims may be called and hold. zod only: safe for the client. */
import { z } from "zod";
import { isReservedClaim } from "./reserved-claims.ts";

const longestValueBytes = 4096;

/** PostgreSQL stores neither, and no app could read them. */
const claimText = z
  .string()
  .max(longestValueBytes, "must have at most 4096 characters")
  .refine((text) => text.isWellFormed() && !text.includes("\0"), "must be text without NUL");

/** What a claim that there is may be called: also one that has become reserved since. */
export const claimNameTextSchema = z
  .string()
  .max(128, "must have at most 128 characters")
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.:/#-]{0,127}$/,
    "must begin with a letter and hold letters, digits and _ . : / # - only",
  );

export const claimNameSchema = claimNameTextSchema.refine(
  (name) => !isReservedClaim(name),
  "is a claim that the protocol or this program gives a meaning",
);

/** As JSON at most 4 KiB in UTF-8. */
export const claimValueSchema = z
  .union(
    [claimText, z.number(), z.boolean(), z.array(claimText).max(1000, "must have at most 1000 entries")],
    "must be text, a number, true or false, or a list of texts of at most 4096 bytes",
  )
  .refine(
    (value) => new TextEncoder().encode(JSON.stringify(value)).length <= longestValueBytes,
    "must take at most 4096 bytes as JSON",
  );

export type ClaimValue = z.infer<typeof claimValueSchema>;

export const newClaimSchema = z.strictObject({ name: claimNameSchema, value: claimValueSchema });

export const oldClaimSchema = z.strictObject({ name: claimNameTextSchema });
